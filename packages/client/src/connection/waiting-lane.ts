import type { InterruptFrame, SteerFrame } from "@flint/protocol";
import type { FlintError } from "../error/index.ts";
import type { Lane, LaneOrder, LaneUser } from "./lane.ts";
import type { Resume } from "./resume.ts";

/** A lane that is returned before a connection has room to carry it. */
export class WaitingLane implements Lane {
  readonly #user: LaneUser;
  readonly #resume: Resume | null;
  readonly #repeats: number;
  #lane: Lane | null = null;
  #released = false;

  constructor(user: LaneUser, resume: Resume | null, repeats = 0) {
    this.#user = user;
    this.#resume = resume;
    this.#repeats = repeats;
  }

  /** Whether nothing is left to do. A response that runs at the server still has to be stopped. */
  get isOver(): boolean {
    return this.#released && this.#resume === null;
  }

  /**
   * Returns whether `carry` found room. `again` queues a lane again: with the same request, or to stop its response.
   */
  start(startLane: (order: LaneOrder) => Lane | null, enqueue: (lane: WaitingLane) => void): boolean {
    const requeue = (): void => {
      this.#lane = null;
      enqueue(this);
    };
    const stopLater = (resume: Resume): void => {
      const lane = new WaitingLane(this.#user, resume);
      lane.release();
      enqueue(lane);
    };
    const [user, resume, repeats] = [this.#user, this.#resume, this.#repeats];
    this.#lane = startLane({ user, resume, repeats, requeue, stopLater });
    if (this.#released) this.#lane?.release();
    return this.#lane !== null;
  }

  refuse(error: FlintError): void {
    if (!this.#released) this.#user.lost(error);
  }

  send(frame: SteerFrame | InterruptFrame): "sent" | "unsupported" | "not_open" {
    return this.#lane?.send(frame) ?? "not_open";
  }

  release(): void {
    this.#released = true;
    this.#lane?.release();
  }
}
