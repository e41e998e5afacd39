import type { ClientFrame, InterruptFrame, ServerFrame, SteerFrame } from "@flint/protocol";
import type { ConnectionLimits } from "./connection-limits.ts";
import { endsResponse, type Lane, type LaneUser } from "./lane.ts";
import { Silence } from "./silence.ts";

/** What a lane needs of the socket that it is on. */
export interface LaneHost {
  send(frame: ClientFrame): void;
  /** The lane carries nothing any more, and its name can be used again. */
  free(lane: SocketLane): void;
  /** The lane was released, but the server never ended its response: its name cannot be used again. */
  abandon(lane: SocketLane): void;
}

/** A lane of a WebSocket. It is free again only when the server has ended what ran on it. */
export class SocketLane implements Lane {
  /** `stream_id`; undefined for the default lane. */
  readonly name: string | undefined;
  readonly #user: LaneUser;
  readonly #host: LaneHost;
  readonly #limits: Required<ConnectionLimits>;
  readonly #silence: Silence;
  #state: "open" | "released" | "lost" = "open";
  /** From a request, or the start of a successor, to the terminal event. */
  #busy = false;
  #responseId: string | null = null;

  constructor(name: string | undefined, user: LaneUser, host: LaneHost, limits: Required<ConnectionLimits>) {
    this.name = name;
    this.#user = user;
    this.#host = host;
    this.#limits = limits;
    this.#silence = new Silence(limits.idleTimeout, (error) => {
      if (this.#state === "released") {
        this.#host.abandon(this);
        return;
      }
      this.release();
      this.#user.lost(error);
    });
  }

  /** Whether a response runs here, so that silence is a sign of trouble. */
  get busy(): boolean {
    return this.#busy;
  }

  /** The response that runs here, once it is known. */
  get responseId(): string | null {
    return this.#responseId;
  }

  start(epoch: number): void {
    const request = this.#user.request(epoch);
    this.#busy = true;
    this.#silence.expectFirst(this.#limits.firstEventTimeout);
    this.#host.send({
      type: "response.create",
      ...request,
      ...(this.name === undefined ? {} : { stream_id: this.name }),
    });
  }

  receive(frame: ServerFrame): void {
    this.#silence.heard();
    if (frame.type === "response.created") {
      this.#busy = true;
      this.#responseId = frame.response.id;
      if (this.#state === "released") this.#stopServer();
    }
    const ended = endsResponse(frame);
    if (ended) {
      this.#busy = false;
      this.#silence.stop();
    }
    if (this.#state === "released") {
      if (ended || refusesSuccessor(frame)) this.#leave();
      return;
    }
    this.#user.receive(frame);
    // A user that keeps its lane after the end of a response awaits the successor that a steer begins.
    if (ended && this.#state === "open") {
      this.#busy = true;
      this.#responseId = null;
      this.#silence.expectFirst(this.#limits.firstEventTimeout);
    }
  }

  send(frame: SteerFrame | InterruptFrame): "sent" | "not_open" {
    if (this.#state !== "open") return "not_open";
    this.#host.send(frame);
    return "sent";
  }

  release(): void {
    if (this.#state !== "open") return;
    this.#state = "released";
    if (this.#busy) {
      this.#stopServer();
      this.#silence.expectFirst(this.#limits.acknowledgementTimeout);
      return;
    }
    this.#leave();
  }

  /** The socket has ended. */
  lose(error: Parameters<LaneUser["lost"]>[0]): void {
    this.#silence.stop();
    const told = this.#state === "open";
    this.#state = "lost";
    if (told) this.#user.lost(error);
  }

  #leave(): void {
    this.#busy = false;
    this.#silence.stop();
    this.#host.free(this);
  }

  #stopServer(): void {
    if (this.#responseId !== null) {
      this.#host.send({ type: "response.interrupt", response_id: this.#responseId });
    }
  }
}

/** Whether the frame says that no successor will begin by itself. */
function refusesSuccessor(frame: ServerFrame): boolean {
  return frame.type === "response.steer.failed" || frame.type === "response.steer.pending";
}
