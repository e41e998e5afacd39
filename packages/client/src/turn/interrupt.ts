import type { Acknowledgement } from "./turn.ts";
import { withResolvers } from "./with-resolvers.ts";

/** A request to stop a turn, until the server acknowledges it or a timeout expires. */
export class Interrupt {
  readonly acknowledged: Promise<Acknowledgement>;
  readonly #begun = performance.now();
  readonly #timer: ReturnType<typeof setTimeout>;
  readonly #resolve: (acknowledgement: Acknowledgement) => void;
  #milliseconds: number | null = null;
  #isOver = false;

  constructor(timeout: number, expired: () => void) {
    const { promise, resolve } = withResolvers<Acknowledgement>();
    this.acknowledged = promise;
    this.#resolve = resolve;
    this.#timer = setTimeout(expired, timeout);
  }

  /** Null until the server has acknowledged the interrupt. */
  get milliseconds(): number | null {
    return this.#milliseconds;
  }

  acknowledge(): void {
    if (!this.#isOver) this.#milliseconds = this.end();
  }

  /** The turn has ended, with or without an acknowledgement. Returns how long that took, in milliseconds. */
  end(): number {
    const milliseconds = performance.now() - this.#begun;
    clearTimeout(this.#timer);
    this.#isOver = true;
    this.#resolve({ milliseconds });
    return milliseconds;
  }
}
