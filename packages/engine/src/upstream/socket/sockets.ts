import type { UpstreamLimits, UpstreamTimeouts } from "../options.ts";
import type { Preset, SocketTraits } from "../preset/index.ts";
import { ExchangeFault } from "../transport/index.ts";
import { type DialOptions, dial, HandshakeRefused } from "./dial.ts";
import { Fingerprints } from "./fingerprints.ts";
import type { KnownConversation } from "./known-response.ts";
import { ResponsesSocket, type ResumePoint } from "./responses-socket.ts";
import type { Succession } from "./succession.ts";

export interface SocketsOptions extends Pick<DialOptions, "certificates" | "headers"> {
  /** URL of the server's Responses API. */
  readonly url: URL;
  readonly timeouts: UpstreamTimeouts;
  readonly limits: UpstreamLimits;
  readonly traits: SocketTraits;
  readonly preset: Preset;
  /** Called with a message when the server rejects a socket. */
  readonly onRefused: (why: string) => void;
}

/** A conversation to continue. */
export interface Conversation extends KnownConversation {
  /** The conversation's key. */
  readonly chain: string;
}

/** A socket taken for one response. */
export interface TakenSocket {
  readonly socket: ResponsesSocket;
  /** Null if the whole conversation must be sent. */
  readonly resumePoint: ResumePoint | null;
  /** Whether it was open before, so that it may turn out to be dead. */
  readonly isKept: boolean;
  /** The running response on this socket, which must end as the onset expects; null if the socket is free. */
  readonly after: Succession | null;
}

/** An interrupted response that has not ended yet. */
export interface InterruptedAnswer {
  /** Resolves when it has ended and its socket is free, closed or taken by its follower. */
  readonly over: Promise<void>;
  /** Returns its socket for the conversation's next response; null if that must wait until this one has ended. */
  follow(conversation: Conversation): TakenSocket | null;
}

/**
 * The sockets to one server. A free socket is kept for the conversation that its server knows, and closed before the
 * server would close it. Without an available socket, requests use HTTP at once.
 */
export class Sockets {
  /** Hashes for recognizing conversations. */
  readonly fingerprints: Fingerprints;
  readonly #options: SocketsOptions;
  readonly #all = new Set<ResponsesSocket>();
  /** Idle sockets, least recently used first, with the timer that closes each. */
  readonly #idle = new Map<ResponsesSocket, NodeJS.Timeout>();
  /** Interrupted responses that have not ended, by conversation. */
  readonly #interrupted = new Map<string, InterruptedAnswer>();
  /** A socket being opened in advance. */
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

  /** Whether the server supports `response.interrupt`. */
  get canInterrupt(): boolean {
    return this.#canInterrupt;
  }

  /** Records that the server does not support it. */
  disableInterrupt(): void {
    this.#canInterrupt = false;
  }

  /** Takes the socket that knows most of the conversation; null if none is available. Never rejects. */
  async take(conversation: Conversation, signal: AbortSignal): Promise<TakenSocket | null> {
    const leaving = this.#interrupted.get(conversation.chain);
    const following = this.#closed ? null : (leaving?.follow(conversation) ?? null);
    if (following !== null) return following;
    if (leaving !== undefined) await settledOrAborted(leaving.over, signal);
    if (signal.aborted || !this.#acceptsRequests) return null;
    const kept = this.#takeIdle(conversation) ?? (await this.#takeSpare(conversation));
    return kept ?? (await this.openFresh()) ?? (this.#acceptsRequests ? this.#oldest() : null);
  }

  /** Opens a new socket; null if that is not possible. */
  async openFresh(): Promise<TakenSocket | null> {
    const socket = this.#acceptsRequests ? await this.#open() : null;
    return socket && { socket, resumePoint: null, isKept: false, after: null };
  }

  /** Returns a socket. */
  give(socket: ResponsesSocket): void {
    if (this.#closed || this.#isOld(socket)) socket.close();
    if (!socket.isOpen) return;
    const timer = setTimeout(() => socket.close(), this.#options.timeouts.socketIdle);
    timer.unref();
    this.#idle.set(socket, timer);
  }

  /** Opens a socket in advance for the next request. */
  warm(): void {
    const isNeeded = this.#idle.size === 0 && this.#spare === null && this.#interrupted.size === 0;
    if (!isNeeded || !this.#acceptsRequests || this.#isFull) return;
    this.#spare = this.#open().then((socket) => {
      this.#spare = null;
      if (socket !== null) this.give(socket);
    });
  }

  /** Records that a response of this conversation was interrupted. */
  recordInterrupted(chain: string, answer: InterruptedAnswer): void {
    this.#interrupted.set(chain, answer);
    void answer.over.then(() => {
      if (this.#interrupted.get(chain) === answer) this.#interrupted.delete(chain);
    });
  }

  /** Closes all sockets, including running ones. */
  close(): void {
    this.#closed = true;
    for (const socket of this.#all) {
      if (this.#idle.has(socket)) socket.close();
      else socket.terminate();
    }
  }

  get #acceptsRequests(): boolean {
    return !this.#closed && performance.now() >= this.#refusedUntil;
  }

  get #isFull(): boolean {
    return this.#all.size + this.#dialing >= this.#options.limits.sockets;
  }

  #isOld({ openedAt }: ResponsesSocket): boolean {
    return performance.now() - openedAt >= this.#options.timeouts.socketAge;
  }

  /** Takes the free socket that knows most of the conversation, or else a blank one. */
  #takeIdle(conversation: Conversation): TakenSocket | null {
    let best: TakenSocket | null = null;
    for (const socket of [...this.#idle.keys()]) {
      if (this.#isOld(socket)) {
        socket.close();
        continue;
      }
      const onset = socket.resumePointFor(conversation);
      const isBetter =
        onset !== null && (best?.resumePoint == null || onset.items.length <= best.resumePoint.items.length);
      const isHarmless = best === null && (socket.isBlank || this.#options.traits.remembers > 1);
      if (isBetter || isHarmless) best = { socket, resumePoint: onset, isKept: true, after: null };
    }
    if (best !== null) this.#removeIdle(best.socket);
    return best;
  }

  /** Takes the least recently used free socket, whose own conversation must then be sent again. */
  #oldest(): TakenSocket | null {
    for (const socket of this.#idle.keys()) {
      this.#removeIdle(socket);
      return { socket, resumePoint: null, isKept: true, after: null };
    }
    return null;
  }

  #removeIdle(socket: ResponsesSocket): void {
    clearTimeout(this.#idle.get(socket));
    this.#idle.delete(socket);
  }

  async #takeSpare(conversation: Conversation): Promise<TakenSocket | null> {
    if (this.#spare === null) return null;
    await this.#spare;
    return this.#takeIdle(conversation);
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
        onClosed: (it) => this.#gone(it),
      });
      if (socket.isOpen) this.#all.add(socket);
      if (this.#closed) socket.close();
      return socket.isOpen ? socket : null;
    } catch (cause) {
      if (cause instanceof HandshakeRefused) this.#refused(cause);
      else if (!(cause instanceof ExchangeFault)) throw cause;
      // The request over HTTP will report why the server is unreachable.
      return null;
    } finally {
      this.#dialing -= 1;
    }
  }

  #refused({ status, message }: HandshakeRefused): void {
    // These statuses are temporary, or about the key.
    if (status >= 500 || status === 429 || status === 401 || status === 403) return;
    this.#refusedUntil = performance.now() + this.#options.timeouts.socketRefusal;
    this.#options.onRefused(message);
  }

  #gone(socket: ResponsesSocket): void {
    this.#removeIdle(socket);
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
