import type { PromptItem } from "../../contract/index.ts";
import type { UpstreamLimits, UpstreamTimeouts } from "../options.ts";
import type { Preset, SocketTraits } from "../preset/index.ts";
import { ExchangeFault } from "../transport/index.ts";
import { type DialOptions, dial, HandshakeRefused } from "./dial.ts";
import { Fingerprints } from "./fingerprints.ts";
import { type Onset, ResponsesSocket } from "./responses-socket.ts";
import type { Succession } from "./succession.ts";

export interface SocketsOptions extends Pick<DialOptions, "certificates" | "headers"> {
  /** Of its Responses API. */
  readonly url: URL;
  readonly timeouts: UpstreamTimeouts;
  readonly limits: UpstreamLimits;
  readonly traits: SocketTraits;
  readonly preset: Preset;
  /** Told when the server takes no socket, for people to read. */
  readonly onRefused: (why: string) => void;
}

/** What is to be asked. */
export interface Conversation {
  readonly model: string;
  /** Its key. */
  readonly chain: string;
  readonly items: readonly PromptItem[];
}

/** A socket lent for one response. */
export interface Taken {
  readonly socket: ResponsesSocket;
  /** Null where the server has to be told everything. */
  readonly onset: Onset | null;
  /** It was open before: whether its server is still there has not shown yet. */
  readonly isKept: boolean;
  /** Waited for where a response is under way on it, which is to end as the onset says; null where it is free. */
  readonly after: Succession | null;
}

/** A response that was interrupted, and is not over. */
export interface LeavingAnswer {
  /** Resolves once it is over, and its socket is free, closed or with its follower. */
  readonly over: Promise<void>;
  /** Its socket for the next response of the conversation; null where that is not to be asked for before this one is over. */
  follow(conversation: Conversation): Taken | null;
}

/**
 * The sockets to one server. Each that is free waits a while for the conversation that its server knows, and closes
 * before the server would close it. Where there is none to be had, requests go over HTTP, and wait for nothing.
 */
export class Sockets {
  /** By which conversations are known again. */
  readonly fingerprints: Fingerprints;
  readonly #options: SocketsOptions;
  readonly #all = new Set<ResponsesSocket>();
  /** Least recently used first, each with the timer that closes it. */
  readonly #idle = new Map<ResponsesSocket, NodeJS.Timeout>();
  /** Interrupted responses that are not over, by their conversations. */
  readonly #leaving = new Map<string, LeavingAnswer>();
  /** One that is being opened for nobody yet. */
  #spare: Promise<void> | null = null;
  #dialing = 0;
  /** `performance.now()` */
  #refusedUntil = 0;
  #canInterrupt: boolean;
  #closed = false;

  constructor(options: SocketsOptions) {
    this.#options = options;
    this.#canInterrupt = options.traits.interrupts;
    this.fingerprints = new Fingerprints(options.preset);
  }

  /** Whether its server takes `response.interrupt`. */
  get canInterrupt(): boolean {
    return this.#canInterrupt;
  }

  /** It has said that it does not. */
  cannotInterrupt(): void {
    this.#canInterrupt = false;
  }

  /** A socket for a response, the one that knows its conversation best; null where there is none. Rejects with nothing. */
  async take(conversation: Conversation, signal: AbortSignal): Promise<Taken | null> {
    const leaving = this.#leaving.get(conversation.chain);
    const following = this.#closed ? null : (leaving?.follow(conversation) ?? null);
    if (following !== null) return following;
    if (leaving !== undefined) await settledOrAborted(leaving.over, signal);
    if (signal.aborted || !this.#isTaking) return null;
    const kept = this.#keptFor(conversation) ?? (await this.#spareFor(conversation));
    return kept ?? (await this.fresh()) ?? (this.#isTaking ? this.#oldest() : null);
  }

  /** One that is opened now; null where there is none. */
  async fresh(): Promise<Taken | null> {
    const socket = this.#isTaking ? await this.#open() : null;
    return socket && { socket, onset: null, isKept: false, after: null };
  }

  /** Takes a socket back. */
  give(socket: ResponsesSocket): void {
    if (this.#closed || this.#isOld(socket)) socket.close();
    if (!socket.isOpen) return;
    const timer = setTimeout(() => socket.close(), this.#options.timeouts.socketIdle);
    timer.unref();
    this.#idle.set(socket, timer);
  }

  /** Has one ready for who asks next. */
  warm(): void {
    const isNeeded = this.#idle.size === 0 && this.#spare === null && this.#leaving.size === 0;
    if (!isNeeded || !this.#isTaking || this.#isFull) return;
    this.#spare = this.#open().then((socket) => {
      this.#spare = null;
      if (socket !== null) this.give(socket);
    });
  }

  /** A response of that conversation was interrupted. */
  leaves(chain: string, answer: LeavingAnswer): void {
    this.#leaving.set(chain, answer);
    void answer.over.then(() => {
      if (this.#leaving.get(chain) === answer) this.#leaving.delete(chain);
    });
  }

  /** Breaks off what runs. */
  close(): void {
    this.#closed = true;
    for (const socket of this.#all) {
      if (this.#idle.has(socket)) socket.close();
      else socket.terminate();
    }
  }

  get #isTaking(): boolean {
    return !this.#closed && performance.now() >= this.#refusedUntil;
  }

  get #isFull(): boolean {
    return this.#all.size + this.#dialing >= this.#options.limits.sockets;
  }

  #isOld({ openedAt }: ResponsesSocket): boolean {
    return performance.now() - openedAt >= this.#options.timeouts.socketAge;
  }

  /** The free one that knows most of the conversation, else one of whose knowledge nothing is lost. */
  #keptFor({ model, items }: Conversation): Taken | null {
    let best: Taken | null = null;
    for (const socket of [...this.#idle.keys()]) {
      if (this.#isOld(socket)) {
        socket.close();
        continue;
      }
      const onset = socket.onset(model, items);
      const isBetter =
        onset !== null && (best?.onset == null || onset.items.length <= best.onset.items.length);
      const isHarmless = best === null && (socket.isBlank || this.#options.traits.remembers > 1);
      if (isBetter || isHarmless) best = { socket, onset, isKept: true, after: null };
    }
    if (best !== null) this.#lend(best.socket);
    return best;
  }

  /** The free one that was used last of all: its conversation has to be told anew. */
  #oldest(): Taken | null {
    for (const socket of this.#idle.keys()) {
      this.#lend(socket);
      return { socket, onset: null, isKept: true, after: null };
    }
    return null;
  }

  #lend(socket: ResponsesSocket): void {
    clearTimeout(this.#idle.get(socket));
    this.#idle.delete(socket);
  }

  async #spareFor(conversation: Conversation): Promise<Taken | null> {
    if (this.#spare === null) return null;
    await this.#spare;
    return this.#keptFor(conversation);
  }

  async #open(): Promise<ResponsesSocket | null> {
    if (this.#isFull) return null;
    const { url, headers, certificates, timeouts, limits, traits } = this.#options;
    this.#dialing += 1;
    try {
      const opened = await dial({
        ...{ url, headers, certificates },
        timeout: timeouts.connect,
        messageBytes: limits.messageLength,
      });
      const socket = new ResponsesSocket(opened, {
        remembers: traits.remembers,
        gone: (it) => this.#gone(it),
      });
      if (socket.isOpen) this.#all.add(socket);
      if (this.#closed) socket.close();
      return socket.isOpen ? socket : null;
    } catch (cause) {
      if (cause instanceof HandshakeRefused) this.#refused(cause);
      else if (!(cause instanceof ExchangeFault)) throw cause;
      // Why it cannot be reached is told by the request that goes over HTTP instead.
      return null;
    } finally {
      this.#dialing -= 1;
    }
  }

  #refused({ status, message }: HandshakeRefused): void {
    // These are of the moment, or of the key.
    if (status >= 500 || status === 429 || status === 401 || status === 403) return;
    this.#refusedUntil = performance.now() + this.#options.timeouts.socketRefusal;
    this.#options.onRefused(message);
  }

  #gone(socket: ResponsesSocket): void {
    this.#lend(socket);
    this.#all.delete(socket);
  }
}

function settledOrAborted(promise: Promise<void>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const settle = () => {
      signal.removeEventListener("abort", settle);
      resolve();
    };
    signal.addEventListener("abort", settle);
    if (signal.aborted) settle();
    void promise.then(settle);
  });
}
