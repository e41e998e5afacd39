import type { ServerFrame } from "@flint/protocol";

/**
 * The steers that a lane's response has taken. Where any is left when the response ends, the server begins the next one on
 * the lane by itself, whether or not anybody waits for it: until then the lane is not free.
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

  /** Whether the response that has ended is followed by another one. */
  get leadOn(): boolean {
    return this.#leadOn;
  }

  /** Whether the one that was to follow will not begin after all. */
  get ledNowhere(): boolean {
    return this.#isAwaited && !this.#leadOn;
  }

  /** A response begins, with all that was taken before. */
  begun(): void {
    this.#accepted.clear();
    this.#leadOn = false;
    this.#isAwaited = false;
  }
}
