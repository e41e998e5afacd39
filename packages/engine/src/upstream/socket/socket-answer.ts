import type { Burst, Route } from "../../contract/index.ts";
import type { Answer, AnswerEnd } from "../answer.ts";
import { UpstreamFailure } from "../failure/index.ts";
import { inputOf } from "../responses/index.ts";
import { ExchangeFault, type FaultKind } from "../transport/index.ts";
import { KnownResponse } from "./known-response.ts";
import { Pulse } from "./pulse.ts";
import type { SocketListener } from "./responses-socket.ts";
import type { SocketAnswerOptions } from "./socket-answer-options.ts";
import type { Conversation, InterruptedAnswer, TakenSocket } from "./sockets.ts";
import { type Follower, Succession } from "./succession.ts";

interface ActiveRead {
  readonly take: (bursts: readonly Burst[]) => void;
  readonly resolve: (end: AnswerEnd) => void;
  readonly reject: (cause: unknown) => void;
}

/**
 * A response requested over a socket:
 *
 * ```
 * asked ─▶ answering ─▶ over: the socket is free, and its server can continue from this response
 *            └─ cancel ─▶ leaving: interrupted, without a reader ─▶ over
 * ```
 *
 * Cancelling returns at once. The socket becomes free when the server reports the end of the response; if the server
 * does not support interrupts or the response does not end in time, the socket is closed, which ends the response too.
 * The conversation's next response is requested right after the interrupt, as a continuation of the items done so far.
 * Servers answer in order, so it is known before that response starts whether the previous one ended with just those
 * items. If not, the socket is closed and the response requested again.
 */
export class SocketAnswer implements Answer, SocketListener, InterruptedAnswer, Follower {
  readonly #options: SocketAnswerOptions;
  readonly #onAbort = () => this.cancel();
  readonly #pulse: Pulse;
  #taken: TakenSocket;
  #activeRead: ActiveRead | null = null;
  #state: "asked" | "answering" | "leaving" | "over" = "asked";
  #isPaused = false;
  #isInterrupted = false;
  /** Timeout until the answer's first message, then until the next one. */
  #timer: NodeJS.Timeout | undefined;
  #total: NodeJS.Timeout | undefined;
  /** Reasons for which the request was repeated. */
  readonly #again = new Set<"chain" | "socket">();
  readonly over: Promise<void>;
  #resolveOver: () => void = () => undefined;
  readonly #succession = new Succession(() => this.#options.sockets.give(this.#taken.socket));

  constructor(options: SocketAnswerOptions) {
    this.#options = options;
    this.#taken = options.taken;
    const dead = () => this.#connectionDied();
    this.#pulse = new Pulse(options.timeouts.question, () => this.#taken.socket.ping(), dead);
    this.over = new Promise((resolve) => {
      this.#resolveOver = resolve;
    });
  }

  get route(): Route {
    return { transport: "websocket", input: this.#taken.resumePoint === null ? "whole" : "new" };
  }

  read(take: ActiveRead["take"]): Promise<AnswerEnd> {
    return new Promise((resolve, reject) => {
      const { signal, sockets, timeouts } = this.#options;
      this.#activeRead = { take, resolve, reject };
      if (signal.aborted) {
        const { after, socket } = this.#taken;
        if (after === null) sockets.give(socket);
        else after.release();
        this.#markOver();
        reject(aborted());
        return;
      }
      signal.addEventListener("abort", this.#onAbort);
      if (timeouts.total > 0) {
        const fault = () => this.#failWith("total", `no complete answer within ${timeouts.total / 1000} s`);
        this.#total = setTimeout(fault, timeouts.total);
      }
      this.#ask();
    });
  }

  pause(): void {
    if (this.#state !== "answering" || this.#isPaused) return;
    this.#isPaused = true;
    clearTimeout(this.#timer);
    this.#taken.socket.pause();
  }

  resume(): void {
    if (!this.#isPaused) return;
    this.#isPaused = false;
    if (this.#state === "answering") this.#awaitNext();
    this.#taken.socket.resume();
  }

  /** Cancels the response, so that the server stops it. */
  cancel(): void {
    if (this.#state === "leaving" || this.#state === "over") return;
    const { sockets, conversation, timeouts } = this.#options;
    this.resume();
    this.#endRead()?.reject(aborted());
    if (!sockets.canInterrupt) {
      this.#drop();
      sockets.warm();
      return;
    }
    this.#state = "leaving";
    sockets.recordInterrupted(conversation.chain, this);
    this.#timer = setTimeout(() => this.#drop(), timeouts.interrupt);
    this.#interrupt();
  }

  // ── the conversation's next response ──────────────────────────────────────────────────────────────────────

  follow(next: Conversation): TakenSocket | null {
    const { conversation, reader, sockets } = this.#options;
    const { responseId: id, done } = reader;
    const isFree = this.#state === "leaving" && !this.#succession.isPromised;
    if (!isFree || id === null) return null;
    const { fingerprints } = sockets;
    const response = new KnownResponse({ id, asked: conversation, done, fingerprints });
    const rest = response.after(next);
    if (rest === null || rest.length === 0) return null;
    this.#succession.promise(done.length);
    const onset = { response, items: rest };
    return { socket: this.#taken.socket, resumePoint: onset, isKept: true, after: this.#succession };
  }

  /** The previous response has ended as expected. */
  takeOver(): void {
    this.#taken = { ...this.#taken, after: null };
    this.#taken.socket.listen(this);
    this.alive();
  }

  // ── messages of the socket ────────────────────────────────────────────────────────────────────────────────

  alive(): void {
    if (this.#pulse.markAlive() && this.#state === "asked") this.#awaitFirst();
  }

  message(data: string): void {
    if (this.#state === "leaving") {
      this.#handleInterrupted(data);
      return;
    }
    const { reader } = this.#options;
    try {
      const bursts = reader.push(data);
      if (!reader.isInterruptFailure) this.#restartTimeout(bursts.length > 0);
      if (bursts.length > 0) this.#activeRead?.take(bursts);
      // The receiver may have cancelled.
      if (this.#activeRead !== null && reader.outcome !== null) this.#end();
    } catch (cause) {
      this.#handleFailure(cause);
    }
  }

  gone(fault: ExchangeFault): void {
    if (this.#state === "over") return;
    if (this.#state === "leaving") {
      this.#lose(fault);
      return;
    }
    // If the server closes a socket that was idle, it has not seen the request.
    const isUnseen = this.#state === "asked" && this.#taken.isKept && fault.kind === "broken";
    if (isUnseen && this.#mayRepeat("socket")) void this.#askOnFreshSocket();
    else this.#fail(fault);
  }

  // ── request ───────────────────────────────────────────────────────────────────────────────────────────────

  #ask(): void {
    const { body, preset } = this.#options;
    const { socket, resumePoint, after } = this.#taken;
    this.#state = "asked";
    if (after === null) socket.listen(this);
    else after.setFollower(this);
    if (!socket.isOpen) return;
    const { stream, ...request } = body;
    socket.send({
      type: "response.create",
      ...request,
      ...(resumePoint !== null && {
        previous_response_id: resumePoint.response.id,
        input: resumePoint.items.flatMap((item) => inputOf(item, preset)),
      }),
    });
    this.#pulse.begin();
  }

  #connectionDied(): void {
    this.#terminateSocket();
    this.gone(new ExchangeFault("broken", "the connection no longer responds"));
  }

  /** Repeats the request with the whole conversation on a new socket. */
  async #askOnFreshSocket(): Promise<void> {
    clearTimeout(this.#timer);
    this.#pulse.end();
    const { sockets } = this.#options;
    const taken = await sockets.openFresh();
    const isWanted = this.#activeRead !== null;
    if (taken !== null && isWanted) {
      this.#taken = taken;
      this.#ask();
      return;
    }
    if (taken !== null) sockets.give(taken.socket);
    this.#fail(new ExchangeFault("broken", "the connection was lost, and no other one could be opened"));
  }

  #mayRepeat(what: "chain" | "socket"): boolean {
    if (this.#again.has(what) || this.#options.reader.responseId !== null) return false;
    this.#again.add(what);
    return true;
  }

  #interrupt(): void {
    const { responseId } = this.#options.reader;
    if (responseId === null || this.#isInterrupted) return;
    this.#isInterrupted = true;
    this.#taken.socket.send({
      type: "response.interrupt",
      response_id: responseId,
      mode: "discard_partial_items",
    });
  }

  #handleInterrupted(data: string): void {
    const { reader, sockets } = this.#options;
    try {
      reader.push(data);
    } catch (cause) {
      // An interrupted response has ended without an answer.
      if (!(cause instanceof UpstreamFailure)) throw cause;
      if (reader.outcome !== "answer") {
        this.#drop();
        return;
      }
    }
    if (reader.refusesInterrupt) {
      sockets.disableInterrupt();
      this.#drop();
    } else if (reader.outcome === null) this.#interrupt();
    else this.#free();
  }

  // ── end ───────────────────────────────────────────────────────────────────────────────────────────────────

  #end(): void {
    const { reader } = this.#options;
    const course = this.#endRead();
    this.#free();
    try {
      course?.resolve(reader.end());
    } catch (cause) {
      course?.reject(cause);
    }
  }

  #handleFailure(cause: unknown): void {
    const { reader } = this.#options;
    const { socket } = this.#taken;
    const stale = cause instanceof UpstreamFailure ? cause.stale : null;
    if (stale !== null && this.#mayRepeat(stale)) {
      socket.forget();
      if (stale === "socket") {
        this.#terminateSocket();
        void this.#askOnFreshSocket();
      } else {
        this.#taken = { ...this.#taken, resumePoint: null, after: null };
        this.#ask();
      }
      return;
    }
    const course = this.#endRead();
    // The socket stays usable after a failed response, and after an error that answers the request.
    const isSound = reader.outcome === "answer" || reader.outcome === "failure";
    const isRefused = reader.outcome === "error" && reader.responseId === null;
    if (isSound || isRefused) this.#free();
    else this.#drop();
    course?.reject(cause);
  }

  #failWith(kind: FaultKind, message: string): void {
    this.#terminateSocket();
    this.#fail(new ExchangeFault(kind, message));
  }

  #fail(cause: unknown): void {
    const course = this.#endRead();
    this.#markOver();
    course?.reject(cause);
  }

  #endRead(): ActiveRead | null {
    clearTimeout(this.#timer);
    clearTimeout(this.#total);
    this.#pulse.end();
    this.#options.signal.removeEventListener("abort", this.#onAbort);
    const course = this.#activeRead;
    this.#activeRead = null;
    return course;
  }

  /** Returns the socket, with what its server remembers now. */
  #free(): void {
    const { sockets, conversation, reader } = this.#options;
    const { socket } = this.#taken;
    const { responseId: id, done, outcome } = reader;
    if (outcome === "answer" && id !== null) {
      const { fingerprints } = sockets;
      socket.remember(new KnownResponse({ id, asked: conversation, done, fingerprints }));
    } else if (outcome === "error") socket.forget();
    const { isPromised } = this.#succession;
    if (isPromised && !(outcome === "answer" && this.#succession.endsAsPromised(done.length))) {
      // The next request, already sent, continues from something else.
      this.#drop();
      return;
    }
    socket.stopListening(this);
    if (this.#isPaused) socket.resume();
    this.#isPaused = false;
    this.#markOver();
    if (isPromised) this.#succession.end("sound");
    else sockets.give(socket);
  }

  /** Closes the socket, which ends its response. */
  #drop(): void {
    this.#terminateSocket();
    this.#lose(new ExchangeFault("broken", "the previous answer did not end in time, or not as expected"));
  }

  /** Ends the response because its socket was lost. */
  #lose(fault: ExchangeFault): void {
    this.#markOver();
    this.#succession.end(fault);
  }

  /** Closes the socket and ignores its messages. */
  #terminateSocket(): void {
    const { socket, after } = this.#taken;
    after?.release();
    socket.stopListening(this);
    socket.terminate();
  }

  #markOver(): void {
    clearTimeout(this.#timer);
    this.#state = "over";
    this.#resolveOver();
  }

  // ── waiting ───────────────────────────────────────────────────────────────────────────────────────────────

  /** Restarts the timeout. Before the answer starts, the server may be prefilling or thinking. */
  #restartTimeout(isAnswer: boolean): void {
    if (this.#state === "asked" && !isAnswer) {
      this.#pulse.markAlive();
      this.#awaitFirst();
    } else if (this.#state === "asked") {
      this.#state = "answering";
      this.#pulse.end();
      this.#awaitNext();
    } else if (!this.#isPaused) this.#timer?.refresh();
  }

  #awaitFirst(): void {
    const { firstByte } = this.#options.timeouts;
    this.#wait(firstByte, () => this.#failWith("first_byte", "no answer in time"));
  }

  #awaitNext(): void {
    const { silence } = this.#options.timeouts;
    this.#wait(silence, () => this.#failWith("silence", "it stopped sending in the middle of its answer"));
  }

  #wait(time: number, late: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = time === 0 ? undefined : setTimeout(late, time);
  }
}

function aborted(): ExchangeFault {
  return new ExchangeFault("aborted", "stopped by its caller");
}
