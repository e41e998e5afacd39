import { afterReading } from "./after-reading.ts";

/** Finds out that a socket is dead though nobody closed it. */
export class Heartbeat {
  readonly #pingAfter: number;
  readonly #pongTimeout: number;
  readonly #ping: () => boolean;
  readonly #dead: () => void;
  readonly #received: () => number;
  readonly #unsent: () => number;
  #heard = performance.now();
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** From a ping until the silence after it has lasted too long. */
  #isAsking = false;

  /**
   * After `pingAfter` milliseconds of silence `ping` is called; where it returns true and the silence lasts
   * `pongTimeout` more, `dead` is called, once. `received` and `unsent` count bytes: that a frame which is long on its way
   * goes on coming, or leaving, is a sign of life too. The answer to a ping waits behind it.
   */
  constructor(
    pingAfter: number,
    pongTimeout: number,
    ping: () => boolean,
    dead: () => void,
    received: () => number = () => 0,
    unsent: () => number = () => 0,
  ) {
    this.#pingAfter = pingAfter;
    this.#pongTimeout = pongTimeout;
    this.#ping = ping;
    this.#dead = dead;
    this.#received = received;
    this.#unsent = unsent;
    this.#wait(pingAfter);
  }

  /** Something came in. Cheap: it moves no timer. */
  heard(): void {
    this.#heard = performance.now();
  }

  /** Something is awaited that tells whether anybody is there: it is not put off until after a silence. */
  ask(): void {
    if (this.#isAsking) return;
    clearTimeout(this.#timer);
    this.#ask();
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
    this.#ask();
  }

  #ask(): void {
    const asked = performance.now();
    const [received, unsent] = [this.#received(), this.#unsent()];
    if (!this.#ping()) {
      this.#heard = asked;
      this.#wait(this.#pingAfter);
      return;
    }
    this.#isAsking = true;
    const judge = (): void => {
      this.#isAsking = false;
      if (this.#received() > received || this.#unsent() < unsent) this.heard();
      if (this.#heard >= asked) this.#check();
      else this.#dead();
    };
    this.#timer = setTimeout(() => {
      this.#timer = afterReading(judge);
    }, this.#pongTimeout);
  }
}
