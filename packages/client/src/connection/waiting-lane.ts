import type { InterruptFrame, SteerFrame } from "@flint/protocol";
import type { FlintError } from "../error/index.ts";
import type { Lane, LaneUser } from "./lane.ts";

/** A lane that is handed out before there is a connection, or room on it, to carry it. */
export class WaitingLane implements Lane {
  readonly #user: LaneUser;
  #carrier: Lane | null = null;
  #released = false;

  constructor(user: LaneUser) {
    this.#user = user;
  }

  get released(): boolean {
    return this.#released;
  }

  /** Whether `carry` found room. */
  start(carry: (user: LaneUser) => Lane | null): boolean {
    this.#carrier = carry(this.#user);
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
