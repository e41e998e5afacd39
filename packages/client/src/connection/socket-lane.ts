import type { ClientFrame, InterruptFrame, ServerFrame, SteerFrame } from "@flint/protocol";
import type { FlintError } from "../error/index.ts";
import { backoffDelay } from "./backoff.ts";
import type { ConnectionLimits } from "./connection-limits.ts";
import { EventTimeout } from "./event-timeout.ts";
import { endsResponse, type Lane, type LaneOrder, type LaneUser } from "./lane.ts";
import { LaneSteers } from "./lane-steers.ts";
import { type Resume, wasReceived } from "./resume.ts";

/** The parts of a socket that a lane uses. */
export interface LaneHost {
  send(frame: ClientFrame): void;
  /** The lane is finished, and its name can be reused. */
  free(lane: SocketLane): void;
  /** The lane was released, but the server never ended its response: its name cannot be reused. */
  abandon(lane: SocketLane): void;
}

/** Frames that show the effect of an interrupt. */
const INTERRUPT_REPLIES = new Set<ServerFrame["type"]>([
  "response.created",
  "response.interrupt.accepted",
  "response.interrupt.failed",
  "response.completed",
  "response.incomplete",
  "response.failed",
]);

/** A lane of a WebSocket. It is free again only after the server has ended its response. */
export class SocketLane implements Lane {
  /** The `stream_id`; undefined for the default lane. */
  readonly name: string | undefined;
  readonly #order: LaneOrder;
  readonly #user: LaneUser;
  readonly #host: LaneHost;
  readonly #limits: Required<ConnectionLimits>;
  readonly #eventTimeout: EventTimeout;
  readonly #steers = new LaneSteers();
  #state: "open" | "released" | "lost" = "open";
  /** True from a request, or the start of a following response, to its terminal event. */
  #busy = false;
  #responseId: string | null = null;
  /** Identifies the response until its own id is known: the id of the previous response or of the request. */
  #origin: string | null = null;
  /** The id of the request until its response begins. */
  #request: string | null = null;
  /** The request was withdrawn: the response that it begins is an interrupted one. */
  #isWithdrawn = false;
  /** Set until a resumed response sends its first event. */
  #resume: Resume | null;
  /** Set until a resumed response sends a new event. */
  #replay: Resume | null;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #epoch = 0;
  #lastSeen: number;
  /** Whether the response continues without the connection. */
  #survivesDisconnect: boolean;
  /** An interrupt was sent, and the server has not replied. */
  #isStopping = false;
  /** The server refused an interrupt or the request; the next frame shows which. */
  #isRefused = false;

  constructor(
    name: string | undefined,
    order: LaneOrder,
    host: LaneHost,
    limits: Required<ConnectionLimits>,
  ) {
    this.name = name;
    this.#order = order;
    this.#user = order.user;
    this.#resume = order.resume;
    this.#replay = order.resume;
    this.#lastSeen = order.resume?.lastSeen ?? -1;
    this.#survivesDisconnect = order.resume !== null;
    this.#responseId = order.resume?.responseId ?? null;
    this.#host = host;
    this.#limits = limits;
    this.#eventTimeout = new EventTimeout(limits.idleTimeout, (error) => {
      clearTimeout(this.#waiting);
      if (this.#state === "released") {
        this.#host.abandon(this);
        return;
      }
      this.fail(error);
    });
  }

  /** Whether a response runs here: then silence means trouble. */
  get busy(): boolean {
    return this.#busy;
  }

  /** The id of the response that runs here, if known. */
  get responseId(): string | null {
    return this.#responseId;
  }

  get isStopping(): boolean {
    return this.#isStopping;
  }

  /** Whether it retries after another connection was lost, and has received nothing new since. */
  get isFruitlessRetry(): boolean {
    return this.#order.resume === null ? this.#order.repeats > 0 && !this.hasBegun : this.#replay !== null;
  }

  /** Whether the server has accepted the request. */
  get hasBegun(): boolean {
    return this.#responseId !== null && this.#resume === null;
  }

  start(epoch: number): void {
    this.#epoch = epoch;
    this.#busy = true;
    const { resume } = this.#order;
    if (resume === null) {
      this.#eventTimeout.expectFirst(this.#limits.firstEventTimeout);
      const lane = this.name === undefined ? {} : { stream_id: this.name };
      const request = this.#user.request(epoch);
      this.#survivesDisconnect = (request.flint?.grace ?? 0) > 0;
      this.#request = request.flint?.request_id ?? null;
      this.#origin = this.#request;
      this.#host.send({ type: "response.create", ...request, ...lane });
      return;
    }
    // Delay a retry after a temporary refusal.
    const delay = resume.attempt === 0 ? 0 : backoffDelay(resume.attempt, this.#limits.backoff);
    if (delay === 0) this.#sendResume(resume);
    else this.#waiting = setTimeout(() => this.#sendResume(resume), delay);
  }

  #sendResume({ responseId: response_id, lastSeen }: Resume): void {
    this.#eventTimeout.expectFirst(this.#limits.firstEventTimeout);
    const lane = this.name === undefined ? {} : { stream_id: this.name };
    // Request the last event again: it shows that the response is attached and accepts interrupts.
    const starting_after = Math.max(-1, lastSeen - 1);
    this.#host.send({ type: "response.resume", response_id, starting_after, ...lane });
  }

  receive(frame: ServerFrame): void {
    this.#eventTimeout.noteEvent();
    if (this.#resume !== null && frame.type !== "error") this.#markResumed(frame);
    if (this.#replay !== null && wasReceived(frame, this.#replay)) return;
    this.#replay = null;
    this.#lastSeen = Math.max(this.#lastSeen, frame.sequence_number ?? -1);
    if (frame.type === "response.created") {
      this.#lastSeen = frame.sequence_number;
      this.#busy = true;
      this.#responseId = frame.response.id;
      this.#steers.responseBegan();
      // A response that was withdrawn ends by itself.
      if (this.#state === "released" && !this.#isWithdrawn) this.stopServer();
      this.#request = null;
    } else if (frame.type === "response.interrupt.accepted" && frame.response_id === this.#request) {
      this.#isWithdrawn = true;
    } else if (frame.type === "response.interrupt.failed" && frame.response_id === this.#request) {
      // The request has now been answered, so the earlier refusal was of the request.
      if (this.#isRefused) this.#end();
    }
    if (INTERRUPT_REPLIES.has(frame.type)) this.#isStopping = false;
    this.#steers.receive(frame);
    const ended = endsResponse(frame);
    if (ended) this.#end();
    else if (this.#busy && this.#steers.successorFailed) this.#busy = false;
    if (this.#state === "released") {
      if (!this.#busy) this.#finish();
      return;
    }
    this.#user.receive(frame);
    // If the user keeps its lane after a response ended, it waits for the response that a steer begins.
    if (ended && this.#state === "open") this.#expectSuccessor();
  }

  #end(): void {
    if (this.#steers.hasSuccessor) {
      this.#expectSuccessor();
      return;
    }
    this.#busy = false;
    this.#eventTimeout.stop();
  }

  /** The server starts another response here by itself. */
  #expectSuccessor(): void {
    this.#busy = true;
    this.#origin = this.#responseId ?? this.#origin;
    this.#responseId = null;
    this.#eventTimeout.expectFirst(this.#limits.firstEventTimeout);
  }

  send(frame: SteerFrame | InterruptFrame): "sent" | "not_open" {
    if (this.#state !== "open" || this.#resume !== null) return "not_open";
    if (frame.type === "response.interrupt") this.#isStopping = true;
    this.#host.send(frame);
    return "sent";
  }

  release(): void {
    if (this.#state !== "open") return;
    this.#state = "released";
    if (this.#busy) {
      this.stopServer();
      this.#eventTimeout.expectFirst(this.#limits.acknowledgementTimeout);
      return;
    }
    this.#finish();
  }

  /** Fails the turn: its events cannot be processed, or none arrive. */
  fail(error: FlintError): void {
    if (this.#state !== "open") return;
    this.release();
    this.#user.lost(error);
  }

  /** The server refused to stop the response: it runs to its end and keeps the lane until then. */
  interruptRefused(error: ServerFrame): void {
    this.#isStopping = false;
    this.#isRefused = true;
    if (this.#state === "open") this.#user.receive(error);
  }

  /** The socket ended because of a frame of this turn; a retry would end the next one too. */
  losePermanently(error: FlintError): void {
    clearTimeout(this.#waiting);
    this.#eventTimeout.stop();
    const wasOpen = this.#state === "open";
    this.#state = "lost";
    if (wasOpen) this.#user.lost(error);
  }

  /** The socket has ended. */
  lose(error: FlintError): void {
    clearTimeout(this.#waiting);
    this.#eventTimeout.stop();
    const state = this.#state;
    this.#state = "lost";
    if (state === "open") this.#user.lost(error);
    else if (state === "released") this.#stopLater();
  }

  /** The server accepts no more requests on this socket. */
  requeue(): void {
    clearTimeout(this.#waiting);
    this.#eventTimeout.stop();
    this.#state = "lost";
    this.#order.requeue();
  }

  /** Interrupts the response that runs here, or withdraws a request that may still be queued. */
  stopServer(): void {
    const response_id = this.hasBegun ? this.#responseId : this.#request;
    if (!this.#busy || response_id === null || this.#isRefused) return;
    this.#isStopping = true;
    this.#host.send({ type: "response.interrupt", response_id });
  }

  /** Like {@link stopServer}, for a socket that closes next: also for a response whose id is not known yet. */
  stopBeforeClose(): void {
    const response_id = this.#responseId ?? (this.#survivesDisconnect ? this.#origin : null);
    if (this.#busy && response_id !== null) this.#host.send({ type: "response.interrupt", response_id });
  }

  /** The interrupt may not have arrived, or could not be sent yet. */
  #stopLater(): void {
    const attempt = (this.#order.resume?.attempt ?? -1) + 1;
    const responseId = this.#busy && this.#survivesDisconnect ? (this.#responseId ?? this.#origin) : null;
    if (responseId === null || attempt >= this.#limits.reconnectAttempts) return;
    this.#order.stopLater({ responseId, lastSeen: this.#lastSeen, attempt });
  }

  #markResumed({ type }: ServerFrame): void {
    this.#resume = null;
    if (this.#state !== "released") this.#user.resumed?.(this.#epoch);
    else if (type !== "response.created") this.stopServer();
  }

  #finish(): void {
    this.#busy = false;
    this.#eventTimeout.stop();
    this.#host.free(this);
  }
}
