import type { Dispatcher } from "undici";
import type { Tick } from "../../tick/index.ts";
import { Gathering } from "./gathering.ts";

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** What went wrong on the way. */
export type FaultKind = "connect" | "first_byte" | "silence" | "total" | "broken" | "aborted" | "too_large";

/** A request that got no answer, or not all of it. */
export class ExchangeFault extends Error {
  override readonly name = "ExchangeFault";
  readonly kind: FaultKind;

  constructor(kind: FaultKind, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.kind = kind;
  }
}

interface Reader {
  readonly take: (piece: Buffer) => void;
  readonly resolve: () => void;
  readonly reject: (cause: unknown) => void;
}

export interface ExchangeRequest {
  readonly method: "GET" | "POST";
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds; 0 for none. To the headers, and then to each piece until the answer itself has begun. */
  readonly firstByte: number;
  /** To each further piece. */
  readonly silence: number;
  readonly total: number;
  /** Bytes that may wait to be read before the server is held up. */
  readonly unreadBytes: number;
  /** With which pieces go on that wait for one another. */
  readonly tick: Tick;
}

/** Milliseconds that an answer may take to end after all of use has come. */
const LEAVING = 2_000;

const NO_ANSWER = "no answer in time";

/**
 * One request and its answer, read in pieces as they come. Its signal closes the connection at once, or resets the
 * stream of an HTTP/2 one, so that the server knows that nobody listens.
 */
export class Exchange implements Dispatcher.DispatchHandler {
  readonly #unreadBytes: number;
  readonly #firstByte: number;
  readonly #silence: number;
  readonly #tick: Tick;
  readonly #signal: AbortSignal | undefined;
  readonly #onAbort = () => this.#stop(new ExchangeFault("aborted", "stopped by its caller"));
  readonly #opened: Promise<void>;
  #open: { readonly resolve: () => void; readonly reject: (fault: Error) => void } | null = null;
  #controller: Dispatcher.DispatchController | null = null;
  #timer: NodeJS.Timeout | undefined;
  /** For the next piece. */
  #patience: NodeJS.Timeout | undefined;
  #chunks: Buffer[] = [];
  #unread = 0;
  #fault: ExchangeFault | null = null;
  #ended = false;
  /** By its reader. */
  #isHeldUp = false;
  /** All that is of use has come. */
  #left = false;
  #wake: (() => void) | null = null;
  #reader: Reader | null = null;
  #gathering: Gathering | null = null;
  status = 0;
  headers: Headers = {};

  private constructor({ signal, firstByte, silence, total, unreadBytes, tick }: ExchangeRequest) {
    this.#unreadBytes = unreadBytes;
    this.#firstByte = firstByte;
    this.#silence = silence;
    this.#tick = tick;
    this.#signal = signal;
    this.#opened = new Promise((resolve, reject) => {
      this.#open = { resolve, reject };
    });
    if (total > 0) {
      const fault = () =>
        this.#stop(new ExchangeFault("total", `no complete answer within ${total / 1000} s`));
      this.#timer = setTimeout(fault, total);
    }
    signal?.addEventListener("abort", this.#onAbort);
  }

  /** Sends a request. Resolves with its answer's status and headers; rejects with {@link ExchangeFault}. */
  static async start(dispatcher: Dispatcher, request: ExchangeRequest): Promise<Exchange> {
    const exchange = new Exchange(request);
    if (request.signal?.aborted) exchange.#onAbort();
    else {
      const { url, method, headers, body, firstByte } = request;
      dispatcher.dispatch(
        {
          origin: url.origin,
          path: `${url.pathname}${url.search}`,
          method,
          headers,
          body: body ?? null,
          headersTimeout: firstByte,
          bodyTimeout: 0,
        },
        exchange,
      );
    }
    await exchange.#opened;
    return exchange;
  }

  /** The answer's pieces that have come, as long as there are any. Throws {@link ExchangeFault}. */
  async *pieces(): AsyncGenerator<readonly Buffer[], void> {
    try {
      for (;;) {
        if (this.#chunks.length > 0) {
          const chunks = this.#chunks;
          this.#chunks = [];
          this.#unread = 0;
          this.resume();
          yield chunks;
        } else if (this.#fault) throw this.#fault;
        else if (this.#ended) return;
        else {
          await new Promise<void>((resolve) => {
            this.#wake = resolve;
          });
        }
      }
    } finally {
      // A reader that leaves early wants no more.
      this.cancel();
    }
  }

  /**
   * Hands over each piece as it comes. Resolves at the answer's end, or once it was left; rejects with
   * {@link ExchangeFault}, or with what `take` throws, after which the connection is closed.
   */
  async read(take: (piece: Buffer) => void): Promise<void> {
    const early = this.#chunks;
    this.#chunks = [];
    this.#unread = 0;
    try {
      for (const piece of early) take(piece);
      if (this.#fault) throw this.#fault;
      if (this.#ended || this.#left) return;
      await new Promise<void>((resolve, reject) => {
        this.#reader = { take, resolve, reject };
        // What came early was held up as nobody read it; whoever reads it now may hold up the rest.
        if (!this.#isHeldUp) this.resume();
      });
    } finally {
      this.#reader = null;
      this.cancel();
    }
  }

  /**
   * The answer itself has begun: from now on its server is no longer at the prompt, and pieces that are read wait for
   * one another where this thread is busy.
   */
  begun(): void {
    this.#gathering ??= new Gathering(this.#tick, (piece) => this.#hand(piece));
    this.#await(this.#silence, "silence", "it stopped sending in the middle of its answer");
  }

  /** Holds the server up. */
  pause(): void {
    this.#isHeldUp = true;
    this.#controller?.pause();
  }

  resume(): void {
    this.#isHeldUp = false;
    this.#patience?.refresh();
    if (this.#controller?.paused) this.#controller.resume();
  }

  /** The whole answer. Throws {@link ExchangeFault}, `too_large` beyond `limit` bytes. */
  async text(limit: number): Promise<string> {
    this.#await(this.#silence, "silence", "it stopped sending in the middle of its answer");
    const all: Buffer[] = [];
    let bytes = 0;
    for await (const chunks of this.pieces()) {
      for (const chunk of chunks) bytes += chunk.length;
      if (bytes > limit) throw new ExchangeFault("too_large", `an answer of more than ${limit} bytes`);
      all.push(...chunks);
    }
    return Buffer.concat(all).toString("utf8");
  }

  /** Wants nothing more of an answer that is at its end, whose connection is to stay open. */
  leave(): void {
    if (this.#ended || this.#fault !== null) return;
    this.#left = true;
    this.#reader?.resolve();
    clearTimeout(this.#timer);
    this.#endPatience();
    const overdue = () => this.#stop(new ExchangeFault("aborted", "its answer does not end"));
    this.#timer = setTimeout(overdue, LEAVING);
    this.#timer.unref();
  }

  /** Closes the connection unless the answer has ended. */
  cancel(): void {
    if (!this.#ended && !this.#left && this.#fault === null)
      this.#stop(new ExchangeFault("aborted", "nobody reads on"));
  }

  #await(time: number, kind: FaultKind, message: string): void {
    this.#endPatience();
    if (time === 0 || this.#ended || this.#left || this.#fault !== null) return;
    this.#patience = setTimeout(() => {
      // A server that is held up cannot go on.
      if (this.#controller?.paused) this.#patience?.refresh();
      else this.#stop(new ExchangeFault(kind, message));
    }, time);
  }

  /** A timer that was ended is let go of: refreshing it would keep the process. */
  #endPatience(): void {
    clearTimeout(this.#patience);
    this.#patience = undefined;
  }

  #stop(fault: ExchangeFault): void {
    if (this.#ended || this.#fault !== null) return;
    this.#settle(fault);
    this.#controller?.abort(fault);
  }

  #settle(fault: ExchangeFault | null): void {
    // Whoever reads it may want no more then.
    if (fault?.kind !== "aborted") this.#gathering?.now();
    if (this.#fault !== null) return;
    clearTimeout(this.#timer);
    this.#endPatience();
    this.#signal?.removeEventListener("abort", this.#onAbort);
    if (fault === null) {
      this.#ended = true;
      this.#reader?.resolve();
    } else {
      this.#fault = fault;
      this.#reader?.reject(fault);
      // What an aborted reader has not read yet it does not want.
      if (fault.kind === "aborted") this.#chunks = [];
      this.#open?.reject(fault);
    }
    this.#open = null;
    this.#wakeReader();
  }

  #wakeReader(): void {
    const wake = this.#wake;
    this.#wake = null;
    wake?.();
  }

  // ── what undici tells ─────────────────────────────────────────────────────────────────────────────────────

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#fault) controller.abort(this.#fault);
  }

  onResponseStart(_: Dispatcher.DispatchController, status: number, headers: Headers): void {
    if (status < 200 || this.#fault) return;
    this.status = status;
    this.headers = headers;
    this.#await(this.#firstByte, "first_byte", NO_ANSWER);
    this.#open?.resolve();
    this.#open = null;
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.#fault || this.#left) return;
    this.#patience?.refresh();
    if (this.#reader !== null) {
      if (this.#gathering === null) this.#hand(chunk);
      else this.#gathering.add(chunk);
      return;
    }
    this.#chunks.push(chunk);
    this.#unread += chunk.length;
    if (this.#unread > this.#unreadBytes) controller.pause();
    this.#wakeReader();
  }

  #hand(chunk: Buffer): void {
    const reader = this.#reader;
    if (reader === null || this.#left) return;
    try {
      reader.take(chunk);
    } catch (cause) {
      this.#reader = null;
      reader.reject(cause);
    }
  }

  onResponseEnd(): void {
    if (this.#fault === null) this.#settle(null);
  }

  onResponseError(_: unknown, error: Error): void {
    if (this.#fault === null && !this.#ended) this.#settle(faultOf(error, this.status > 0));
  }
}

const NOT_CONNECTED = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ETIMEDOUT",
  "UND_ERR_CONNECT_TIMEOUT",
]);

function faultOf(error: Error & { readonly code?: unknown }, isAnswering: boolean): ExchangeFault {
  const code = codeOf(error);
  if (code === "UND_ERR_HEADERS_TIMEOUT") return new ExchangeFault("first_byte", NO_ANSWER, error);
  const why = wordsOf(error, code);
  if (NOT_CONNECTED.has(code) || /^(?:CERT_|ERR_TLS|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO_)/.test(code)) {
    return new ExchangeFault("connect", `cannot connect (${why})`, error);
  }
  const where = isAnswering ? "its answer was cut off" : "the connection was lost";
  return new ExchangeFault("broken", `${where} (${why})`, error);
}

/** A connection that was tried on several addresses has the errors of each. */
function codeOf(error: Error & { readonly code?: unknown }): string {
  const inner = error instanceof AggregateError ? error.errors[0] : error;
  const code = inner?.code ?? error.code ?? inner?.cause?.code;
  return typeof code === "string" ? code : "";
}

function wordsOf(error: Error, code: string): string {
  return code.startsWith("UND_ERR") || code === "" ? error.message : code;
}
