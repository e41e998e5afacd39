import type { ServerFrame } from "@flint/protocol";

/**
 * The steers that a lane's response has accepted. If any are left when the response ends, the server starts another
 * response on the lane by itself, which the lane has to wait for before it is free.
 */
export class LaneSteers {
  readonly #accepted = new Set<string>();
  #leadOn = false;
  #isAwaited = false;

  heard(frame: ServerFrame): void {
    switch (frame.type) {
      case "response.steer.accepted":
        this.#accepted.add(frame.steer.id);
        break;
      case "response.steer.failed":
      case "response.steer.pending":
        this.#accepted.delete(frame.steer.id ?? "");
        if (this.#accepted.size === 0) this.#leadOn = false;
        break;
      case "response.completed":
      case "response.incomplete": {
        const reason = frame.response.incomplete_details?.reason;
        this.#leadOn = reason === "steered" || (this.#accepted.size > 0 && reason !== "interrupted");
        this.#isAwaited = this.#leadOn;
        break;
      }
      case "response.failed":
      case "error":
        this.#leadOn = false;
        this.#isAwaited = false;
        break;
      default:
    }
  }

  /** Whether another response follows the one that ended. */
  get leadOn(): boolean {
    return this.#leadOn;
  }

  /** Whether a response that was expected to follow will not begin. */
  get ledNowhere(): boolean {
    return this.#isAwaited && !this.#leadOn;
  }

  /** A response begins, which includes all accepted steers. */
  begun(): void {
    this.#accepted.clear();
    this.#leadOn = false;
    this.#isAwaited = false;
  }
}
