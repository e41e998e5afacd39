import type { ServerLimits } from "../../limits.ts";

/** A connection's warm-ups that are being prefilled. */
export class WarmUps {
  readonly #limits: ServerLimits;
  #running = 0;

  constructor(limits: ServerLimits) {
    this.#limits = limits;
  }

  /** Runs a prefill; returns null if too many are running. */
  run(prefill: () => Promise<void>): Promise<void> | null {
    if (this.#running >= this.#limits.warmUps) return null;
    this.#running++;
    return prefill().then(() => {
      this.#running--;
    });
  }
}
