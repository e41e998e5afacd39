/** Finds out that a socket is dead though nobody closed it. */
export class Heartbeat {
  readonly #pingAfter: number;
  readonly #pongTimeout: number;
  readonly #ping: () => boolean;
  readonly #dead: () => void;
  #heard = performance.now();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * After `pingAfter` milliseconds of silence `ping` is called; where it returns true and the silence lasts
   * `pongTimeout` more, `dead` is called, once.
   */
  constructor(pingAfter: number, pongTimeout: number, ping: () => boolean, dead: () => void) {
    this.#pingAfter = pingAfter;
    this.#pongTimeout = pongTimeout;
    this.#ping = ping;
    this.#dead = dead;
    this.#wait(pingAfter);
  }

  /** Something came in. Cheap: it moves no timer. */
  heard(): void {
    this.#heard = performance.now();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #wait(milliseconds: number): void {
    this.#timer = setTimeout(() => this.#check(), milliseconds);
  }

  #check(): void {
    const silent = performance.now() - this.#heard;
    // A timer may fire a fraction early; a millisecond of grace avoids a second, useless one.
    if (silent < this.#pingAfter - 1) {
      this.#wait(this.#pingAfter - silent);
      return;
    }
    const asked = performance.now();
    if (!this.#ping()) {
      this.#heard = asked;
      this.#wait(this.#pingAfter);
      return;
    }
    this.#timer = setTimeout(() => {
      if (this.#heard >= asked) this.#check();
      else this.#dead();
    }, this.#pongTimeout);
  }
}
