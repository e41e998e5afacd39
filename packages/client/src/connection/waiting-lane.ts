import type { InterruptFrame, SteerFrame } from "@flint/protocol";
import type { FlintError } from "../error/index.ts";
import type { Lane, LaneOrder, LaneUser } from "./lane.ts";
import type { Resume } from "./resume.ts";

/** A lane that is returned before a connection has room to carry it. */
export class WaitingLane implements Lane {
  readonly #user: LaneUser;
  readonly #resume: Resume | null;
  readonly #repeats: number;
  #carrier: Lane | null = null;
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
  start(carry: (order: LaneOrder) => Lane | null, again: (lane: WaitingLane) => void): boolean {
    const requeue = (): void => {
      this.#carrier = null;
      again(this);
    };
    const stopLater = (resume: Resume): void => {
      const lane = new WaitingLane(this.#user, resume);
      lane.release();
      again(lane);
    };
    const [user, resume, repeats] = [this.#user, this.#resume, this.#repeats];
    this.#carrier = carry({ user, resume, repeats, requeue, stopLater });
    if (this.#released) this.#carrier?.release();
    return this.#carrier !== null;
  }

  refuse(error: FlintError): void {
    if (!this.#released) this.#user.lost(error);
  }

  send(frame: SteerFrame | InterruptFrame): "sent" | "unsupported" | "not_open" {
    return this.#carrier?.send(frame) ?? "not_open";
  }

  release(): void {
    this.#released = true;
    this.#carrier?.release();
  }
}
