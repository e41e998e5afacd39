import type { Burst, Route } from "../../contract/index.ts";
import type { Answer, AnswerEnd } from "../answer.ts";
import { UpstreamFailure } from "../failure/index.ts";
import { inputOf } from "../responses/index.ts";
import { ExchangeFault, type FaultKind } from "../transport/index.ts";
import { KnownResponse } from "./known-response.ts";
import { Pulse } from "./pulse.ts";
import type { SocketListener } from "./responses-socket.ts";
import type { SocketAnswerOptions } from "./socket-answer-options.ts";
import type { Conversation, LeavingAnswer, Taken } from "./sockets.ts";
import { type Follower, Succession } from "./succession.ts";

interface Course {
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
export class SocketAnswer implements Answer, SocketListener, LeavingAnswer, Follower {
  readonly #options: SocketAnswerOptions;
  readonly #onAbort = () => this.cancel();
  readonly #pulse: Pulse;
  #taken: Taken;
  #course: Course | null = null;
  #state: "asked" | "answering" | "leaving" | "over" = "asked";
  #isPaused = false;
  #isInterrupted = false;
  /** Timeout until the answer's first message, then until the next one. */
  #timer: NodeJS.Timeout | undefined;
  #total: NodeJS.Timeout | undefined;
  /** Reasons for which the request was repeated. */
  readonly #again = new Set<"chain" | "socket">();
  readonly over: Promise<void>;
  #settle: () => void = () => undefined;
  readonly #succession = new Succession(() => this.#options.sockets.give(this.#taken.socket));

  constructor(options: SocketAnswerOptions) {
    this.#options = options;
    this.#taken = options.taken;
    const dead = () => this.#dieAway();
    this.#pulse = new Pulse(options.timeouts.question, () => this.#taken.socket.ping(), dead);
    this.over = new Promise((resolve) => {
      this.#settle = resolve;
    });
  }

  get route(): Route {
    return { transport: "websocket", input: this.#taken.onset === null ? "whole" : "new" };
  }

  read(take: Course["take"]): Promise<AnswerEnd> {
    return new Promise((resolve, reject) => {
      const { signal, sockets, timeouts } = this.#options;
      this.#course = { take, resolve, reject };
      if (signal.aborted) {
        const { after, socket } = this.#taken;
        if (after === null) sockets.give(socket);
        else after.letGo();
        this.#release();
        reject(aborted());
        return;
      }
      signal.addEventListener("abort", this.#onAbort);
      if (timeouts.total > 0) {
        const fault = () => this.#fault("total", `no complete answer within ${timeouts.total / 1000} s`);
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
    this.#endCourse()?.reject(aborted());
    if (!sockets.canInterrupt) {
      this.#drop();
      sockets.warm();
      return;
    }
    this.#state = "leaving";
    sockets.leaves(conversation.chain, this);
    this.#timer = setTimeout(() => this.#drop(), timeouts.interrupt);
    this.#interrupt();
  }

  // ── the conversation's next response ──────────────────────────────────────────────────────────────────────

  follow(next: Conversation): Taken | null {
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
    return { socket: this.#taken.socket, onset, isKept: true, after: this.#succession };
  }

  /** The previous response has ended as expected. */
  begin(): void {
    this.#taken = { ...this.#taken, after: null };
    this.#taken.socket.listen(this);
    this.alive();
  }

  // ── messages of the socket ────────────────────────────────────────────────────────────────────────────────

  alive(): void {
    if (this.#pulse.alive() && this.#state === "asked") this.#awaitFirst();
  }

  message(data: string): void {
    if (this.#state === "leaving") {
      this.#hearLeaving(data);
      return;
    }
    const { reader } = this.#options;
    try {
      const bursts = reader.push(data);
      if (!reader.isBelated) this.#heard(bursts.length > 0);
      if (bursts.length > 0) this.#course?.take(bursts);
      // The receiver may have cancelled.
      if (this.#course !== null && reader.over !== null) this.#end();
    } catch (cause) {
      this.#failed(cause);
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
    if (isUnseen && this.#mayAgain("socket")) void this.#askAnew();
    else this.#fail(fault);
  }

  // ── request ───────────────────────────────────────────────────────────────────────────────────────────────

  #ask(): void {
    const { body, preset } = this.#options;
    const { socket, onset, after } = this.#taken;
    this.#state = "asked";
    if (after === null) socket.listen(this);
    else after.await(this);
    if (!socket.isOpen) return;
    const { stream, ...request } = body;
    socket.send({
      type: "response.create",
      ...request,
      ...(onset !== null && {
        previous_response_id: onset.response.id,
        input: onset.items.flatMap((item) => inputOf(item, preset)),
      }),
    });
    this.#pulse.begin();
  }

  #dieAway(): void {
    this.#silence();
    this.gone(new ExchangeFault("broken", "the connection no longer responds"));
  }

  /** Repeats the request with the whole conversation on a new socket. */
  async #askAnew(): Promise<void> {
    clearTimeout(this.#timer);
    this.#pulse.end();
    const { sockets } = this.#options;
    const taken = await sockets.fresh();
    const isWanted = this.#course !== null;
    if (taken !== null && isWanted) {
      this.#taken = taken;
      this.#ask();
      return;
    }
    if (taken !== null) sockets.give(taken.socket);
    this.#fail(new ExchangeFault("broken", "the connection was lost, and no other one could be opened"));
  }

  #mayAgain(what: "chain" | "socket"): boolean {
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

  #hearLeaving(data: string): void {
    const { reader, sockets } = this.#options;
    try {
      reader.push(data);
    } catch (cause) {
      // An interrupted response has ended without an answer.
      if (!(cause instanceof UpstreamFailure)) throw cause;
      if (reader.over !== "answer") {
        this.#drop();
        return;
      }
    }
    if (reader.refusesInterrupt) {
      sockets.cannotInterrupt();
      this.#drop();
    } else if (reader.over === null) this.#interrupt();
    else this.#free();
  }

  // ── end ───────────────────────────────────────────────────────────────────────────────────────────────────

  #end(): void {
    const { reader } = this.#options;
    const course = this.#endCourse();
    this.#free();
    try {
      course?.resolve(reader.end());
    } catch (cause) {
      course?.reject(cause);
    }
  }

  #failed(cause: unknown): void {
    const { reader } = this.#options;
    const { socket } = this.#taken;
    const stale = cause instanceof UpstreamFailure ? cause.stale : null;
    if (stale !== null && this.#mayAgain(stale)) {
      socket.forget();
      if (stale === "socket") {
        this.#silence();
        void this.#askAnew();
      } else {
        this.#taken = { ...this.#taken, onset: null, after: null };
        this.#ask();
      }
      return;
    }
    const course = this.#endCourse();
    // The socket stays usable after a failed response, and after an error that answers the request.
    const isSound = reader.over === "answer" || reader.over === "failure";
    const isRefused = reader.over === "error" && reader.responseId === null;
    if (isSound || isRefused) this.#free();
    else this.#drop();
    course?.reject(cause);
  }

  #fault(kind: FaultKind, message: string): void {
    this.#silence();
    this.#fail(new ExchangeFault(kind, message));
  }

  #fail(cause: unknown): void {
    const course = this.#endCourse();
    this.#release();
    course?.reject(cause);
  }

  #endCourse(): Course | null {
    clearTimeout(this.#timer);
    clearTimeout(this.#total);
    this.#pulse.end();
    this.#options.signal.removeEventListener("abort", this.#onAbort);
    const course = this.#course;
    this.#course = null;
    return course;
  }

  /** Returns the socket, with what its server remembers now. */
  #free(): void {
    const { sockets, conversation, reader } = this.#options;
    const { socket } = this.#taken;
    const { responseId: id, done, over } = reader;
    if (over === "answer" && id !== null) {
      const { fingerprints } = sockets;
      socket.remember(new KnownResponse({ id, asked: conversation, done, fingerprints }));
    } else if (over === "error") socket.forget();
    const { isPromised } = this.#succession;
    if (isPromised && !(over === "answer" && this.#succession.holds(done.length))) {
      // The next request, already sent, continues from something else.
      this.#drop();
      return;
    }
    socket.leave(this);
    if (this.#isPaused) socket.resume();
    this.#isPaused = false;
    this.#release();
    if (isPromised) this.#succession.end("sound");
    else sockets.give(socket);
  }

  /** Closes the socket, which ends its response. */
  #drop(): void {
    this.#silence();
    this.#lose(new ExchangeFault("broken", "the previous answer did not end in time, or not as expected"));
  }

  /** Ends the response because its socket was lost. */
  #lose(fault: ExchangeFault): void {
    this.#release();
    this.#succession.end(fault);
  }

  /** Closes the socket and ignores its messages. */
  #silence(): void {
    const { socket, after } = this.#taken;
    after?.letGo();
    socket.leave(this);
    socket.terminate();
  }

  #release(): void {
    clearTimeout(this.#timer);
    this.#state = "over";
    this.#settle();
  }

  // ── waiting ───────────────────────────────────────────────────────────────────────────────────────────────

  /** Restarts the timeout. Before the answer starts, the server may be prefilling or thinking. */
  #heard(isAnswer: boolean): void {
    if (this.#state === "asked" && !isAnswer) {
      this.#pulse.alive();
      this.#awaitFirst();
    } else if (this.#state === "asked") {
      this.#state = "answering";
      this.#pulse.end();
      this.#awaitNext();
    } else if (!this.#isPaused) this.#timer?.refresh();
  }

  #awaitFirst(): void {
    const { firstByte } = this.#options.timeouts;
    this.#wait(firstByte, () => this.#fault("first_byte", "no answer in time"));
  }

  #awaitNext(): void {
    const { silence } = this.#options.timeouts;
    this.#wait(silence, () => this.#fault("silence", "it stopped sending in the middle of its answer"));
  }

  #wait(time: number, late: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = time === 0 ? undefined : setTimeout(late, time);
  }
}

function aborted(): ExchangeFault {
  return new ExchangeFault("aborted", "stopped by its caller");
}
