import { afterReading } from "./after-reading.ts";

/** Detects that a socket is dead although it was never closed. */
export class Heartbeat {
  readonly #pingAfter: number;
  readonly #pongTimeout: number;
  readonly #ping: () => boolean;
  readonly #dead: () => void;
  readonly #received: () => number;
  readonly #unsent: () => number;
  #heard = performance.now();
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** True from a ping until its timeout. */
  #isAsking = false;

  /**
   * After `pingAfter` milliseconds of silence, calls `ping`. If that returns true and the silence lasts another
   * `pongTimeout` milliseconds, calls `dead`, once. `received` and `unsent` count bytes: progress of a long frame,
   * which delays the reply to a ping, is a sign of life too.
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

  /** Notes that something was received. Cheap: it changes no timer. */
  heard(): void {
    this.#heard = performance.now();
  }

  /** Pings now instead of after a silence, because a reply is awaited. */
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
    // A timer may fire slightly early; a millisecond of tolerance avoids another short timer.
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
