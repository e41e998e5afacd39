import { FlintError } from "../error/index.ts";
import { afterReading } from "./after-reading.ts";

/** Reports a timeout if a response's events stop arriving. */
export class EventTimeout {
  readonly #idleTimeout: number;
  readonly #onTimeout: (error: FlintError) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lastEventAt = 0;

  constructor(idleTimeout: number, expired: (error: FlintError) => void) {
    this.#idleTimeout = idleTimeout;
    this.#onTimeout = expired;
  }

  /** A request was sent, or another response is expected. */
  expectFirst(firstEventTimeout: number): void {
    this.stop();
    this.#lastEventAt = 0;
    const expire = (): void =>
      this.#onTimeout(
        new FlintError(
          "timeout",
          `no event arrived within ${firstEventTimeout} ms: the server may be overloaded; raise limits.firstEventTimeout to wait longer`,
        ),
      );
    this.#timer = setTimeout(() => {
      this.#timer = afterReading(expire);
    }, firstEventTimeout);
  }

  /** An event arrived. */
  noteEvent(): void {
    const first = this.#lastEventAt === 0;
    this.#lastEventAt = performance.now();
    if (!first) return;
    this.stop();
    this.#watch(this.#idleTimeout);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #watch(milliseconds: number): void {
    const checkSilence = (silent: () => void): void => {
      const left = this.#idleTimeout - (performance.now() - this.#lastEventAt);
      if (left > 1) this.#watch(left);
      else silent();
    };
    const expire = (): void =>
      this.#onTimeout(
        new FlintError(
          "timeout",
          `no event arrived for ${this.#idleTimeout} ms: try again, or raise limits.idleTimeout`,
        ),
      );
    this.#timer = setTimeout(() => {
      checkSilence(() => {
        this.#timer = afterReading(() => checkSilence(expire));
      });
    }, milliseconds);
  }
}
