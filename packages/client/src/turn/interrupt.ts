import type { Acknowledgement } from "./turn.ts";
import { withResolvers } from "./with-resolvers.ts";

/** A turn's wish to stop, until the server says that it has, or takes too long to say so. */
export class Interrupt {
  readonly acknowledged: Promise<Acknowledgement>;
  readonly #begun = performance.now();
  readonly #timer: ReturnType<typeof setTimeout>;
  readonly #resolve: (acknowledgement: Acknowledgement) => void;
  #milliseconds: number | null = null;

  constructor(timeout: number, expired: () => void) {
    const { promise, resolve } = withResolvers<Acknowledgement>();
    this.acknowledged = promise;
    this.#resolve = resolve;
    this.#timer = setTimeout(expired, timeout);
  }

  /** Null until it is acknowledged. */
  get milliseconds(): number | null {
    return this.#milliseconds;
  }

  acknowledge(): void {
    if (this.#milliseconds !== null) return;
    clearTimeout(this.#timer);
    this.#milliseconds = performance.now() - this.#begun;
    this.#resolve({ milliseconds: this.#milliseconds });
  }
}
