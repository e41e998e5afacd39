import type { Dispatcher } from "undici";
import type { Tick } from "../../tick/index.ts";
import { Gathering } from "./gathering.ts";

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** Types of transport faults. */
export type FaultKind = "connect" | "first_byte" | "silence" | "total" | "broken" | "aborted" | "too_large";

/** A request without an answer, or with an incomplete one. */
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
  /** Milliseconds until the headers, and then until each piece before the answer starts; 0 for none. */
  readonly firstByte: number;
  /** Milliseconds until each further piece; 0 for none. */
  readonly silence: number;
  readonly total: number;
  /** Buffered bytes before backpressure is applied. */
  readonly unreadBytes: number;
  /** Releases delayed pieces. */
  readonly tick: Tick;
}

/** Milliseconds for an answer to end after its useful part. */
const END_TIMEOUT = 2_000;

const NO_ANSWER = "no answer in time";

/**
 * A request and its streamed answer. Aborting its signal closes the connection at once (or resets the HTTP/2 stream),
 * which tells the server to stop.
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
  /** Timeout for the next piece. */
  #pieceTimer: NodeJS.Timeout | undefined;
  #chunks: Buffer[] = [];
  #unread = 0;
  #fault: ExchangeFault | null = null;
  #ended = false;
  /** Whether the reader has paused it. */
  #isHeldUp = false;
  /** Whether the useful part has been received. */
  #ignoresRest = false;
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

  /** Sends a request. Resolves when status and headers have arrived; rejects with {@link ExchangeFault}. */
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

  /** Yields the answer's pieces as they arrive. Throws {@link ExchangeFault}. */
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
      // The reader stopped early.
      this.cancel();
    }
  }

  /**
   * Passes each piece to `take` as it arrives. Resolves at the answer's end, or after `leave`; rejects with
   * {@link ExchangeFault}, or with what `take` throws, after closing the connection.
   */
  async read(take: (piece: Buffer) => void): Promise<void> {
    const early = this.#chunks;
    this.#chunks = [];
    this.#unread = 0;
    try {
      for (const piece of early) take(piece);
      if (this.#fault) throw this.#fault;
      if (this.#ended || this.#ignoresRest) return;
      await new Promise<void>((resolve, reject) => {
        this.#reader = { take, resolve, reject };
        // Early pieces were paused without a reader. Resume, unless the reader has paused again.
        if (!this.#isHeldUp) this.resume();
      });
    } finally {
      this.#reader = null;
      this.cancel();
    }
  }

  /**
   * Marks the start of the answer itself: switches from the first-byte timeout to the silence timeout, and allows delayed
   * reads while this thread is busy.
   */
  answerStarted(): void {
    this.#gathering ??= new Gathering(this.#tick, (piece) => this.#hand(piece));
    this.#startPieceTimer(this.#silence, "silence", "it stopped sending in the middle of its answer");
  }

  /** Stops reading, which applies backpressure to the server. */
  pause(): void {
    this.#isHeldUp = true;
    this.#controller?.pause();
  }

  resume(): void {
    this.#isHeldUp = false;
    this.#pieceTimer?.refresh();
    if (this.#controller?.paused) this.#controller.resume();
  }

  /** Resolves to the whole answer. Rejects with {@link ExchangeFault}, `too_large` over `limit` bytes. */
  async text(limit: number): Promise<string> {
    this.#startPieceTimer(this.#silence, "silence", "it stopped sending in the middle of its answer");
    const all: Buffer[] = [];
    let bytes = 0;
    for await (const chunks of this.pieces()) {
      for (const chunk of chunks) bytes += chunk.length;
      if (bytes > limit) throw new ExchangeFault("too_large", `an answer of more than ${limit} bytes`);
      all.push(...chunks);
    }
    return Buffer.concat(all).toString("utf8");
  }

  /** Ignores the rest of an answer that is about to end, and keeps the connection. */
  ignoreRest(): void {
    if (this.#ended || this.#fault !== null) return;
    this.#ignoresRest = true;
    this.#reader?.resolve();
    clearTimeout(this.#timer);
    this.#clearPieceTimer();
    const overdue = () => this.#stop(new ExchangeFault("aborted", "its answer does not end"));
    this.#timer = setTimeout(overdue, END_TIMEOUT);
    this.#timer.unref();
  }

  /** Closes the connection unless the answer has ended. */
  cancel(): void {
    if (!this.#ended && !this.#ignoresRest && this.#fault === null)
      this.#stop(new ExchangeFault("aborted", "nobody reads on"));
  }

  #startPieceTimer(time: number, kind: FaultKind, message: string): void {
    this.#clearPieceTimer();
    if (time === 0 || this.#ended || this.#ignoresRest || this.#fault !== null) return;
    this.#pieceTimer = setTimeout(() => {
      // Do not time out a server that is paused.
      if (this.#controller?.paused) this.#pieceTimer?.refresh();
      else this.#stop(new ExchangeFault(kind, message));
    }, time);
  }

  /** Clears the timer and drops it: refreshing a cleared timer would keep the process alive. */
  #clearPieceTimer(): void {
    clearTimeout(this.#pieceTimer);
    this.#pieceTimer = undefined;
  }

  #stop(fault: ExchangeFault): void {
    if (this.#ended || this.#fault !== null) return;
    this.#settle(fault);
    this.#controller?.abort(fault);
  }

  #settle(fault: ExchangeFault | null): void {
    // After an abort, the reader wants nothing more.
    if (fault?.kind !== "aborted") this.#gathering?.now();
    if (this.#fault !== null) return;
    clearTimeout(this.#timer);
    this.#clearPieceTimer();
    this.#signal?.removeEventListener("abort", this.#onAbort);
    if (fault === null) {
      this.#ended = true;
      this.#reader?.resolve();
    } else {
      this.#fault = fault;
      this.#reader?.reject(fault);
      // An aborted reader does not want the unread pieces.
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

  // ── callbacks of undici ───────────────────────────────────────────────────────────────────────────────────

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#fault) controller.abort(this.#fault);
  }

  onResponseStart(_: Dispatcher.DispatchController, status: number, headers: Headers): void {
    if (status < 200 || this.#fault) return;
    this.status = status;
    this.headers = headers;
    this.#startPieceTimer(this.#firstByte, "first_byte", NO_ANSWER);
    this.#open?.resolve();
    this.#open = null;
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.#fault || this.#ignoresRest) return;
    this.#pieceTimer?.refresh();
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
    if (reader === null || this.#ignoresRest) return;
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

/** Returns the error code, possibly of the first of several addresses tried. */
function codeOf(error: Error & { readonly code?: unknown }): string {
  const inner = error instanceof AggregateError ? error.errors[0] : error;
  const code = inner?.code ?? error.code ?? inner?.cause?.code;
  return typeof code === "string" ? code : "";
}

function wordsOf(error: Error, code: string): string {
  return code.startsWith("UND_ERR") || code === "" ? error.message : code;
}
