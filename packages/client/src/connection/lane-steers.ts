import type { ServerFrame } from "@flint/protocol";

/**
 * The steers that a lane's response has accepted. If any are left when the response ends, the server starts another
 * response on the lane by itself, which the lane has to wait for before it is free.
 */
export class LaneSteers {
  readonly #accepted = new Set<string>();
  #hasSuccessor = false;
  #isSuccessorExpected = false;

  receive(frame: ServerFrame): void {
    switch (frame.type) {
      case "response.steer.accepted":
        this.#accepted.add(frame.steer.id);
        break;
      case "response.steer.failed":
      case "response.steer.pending":
        this.#accepted.delete(frame.steer.id ?? "");
        if (this.#accepted.size === 0) this.#hasSuccessor = false;
        break;
      case "response.completed":
      case "response.incomplete": {
        const reason = frame.response.incomplete_details?.reason;
        this.#hasSuccessor = reason === "steered" || (this.#accepted.size > 0 && reason !== "interrupted");
        this.#isSuccessorExpected = this.#hasSuccessor;
        break;
      }
      case "response.failed":
      case "error":
        this.#hasSuccessor = false;
        this.#isSuccessorExpected = false;
        break;
      default:
    }
  }

  /** Whether another response follows the one that ended. */
  get hasSuccessor(): boolean {
    return this.#hasSuccessor;
  }

  /** Whether a response that was expected to follow will not begin. */
  get successorFailed(): boolean {
    return this.#isSuccessorExpected && !this.#hasSuccessor;
  }

  /** A response begins, which includes all accepted steers. */
  responseBegan(): void {
    this.#accepted.clear();
    this.#hasSuccessor = false;
    this.#isSuccessorExpected = false;
  }
}
