import { afterReading } from "./after-reading.ts";

/** Detects that a socket is dead although it was never closed. */
export class Heartbeat {
  readonly #pingAfter: number;
  readonly #pongTimeout: number;
  readonly #ping: () => boolean;
  readonly #onDead: () => void;
  readonly #received: () => number;
  readonly #unsent: () => number;
  #lastReceivedAt = performance.now();
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** True from a ping until its timeout. */
  #isPinging = false;

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
    this.#onDead = dead;
    this.#received = received;
    this.#unsent = unsent;
    this.#scheduleCheck(pingAfter);
  }

  /** Notes that something was received. Cheap: it changes no timer. */
  noteReceived(): void {
    this.#lastReceivedAt = performance.now();
  }

  /** Pings now instead of after a silence, because a reply is awaited. */
  pingNow(): void {
    if (this.#isPinging) return;
    clearTimeout(this.#timer);
    this.#sendPing();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #scheduleCheck(milliseconds: number): void {
    this.#timer = setTimeout(() => this.#check(), milliseconds);
  }

  #check(): void {
    const silent = performance.now() - this.#lastReceivedAt;
    // A timer may fire slightly early; a millisecond of tolerance avoids another short timer.
    if (silent < this.#pingAfter - 1) {
      this.#scheduleCheck(this.#pingAfter - silent);
      return;
    }
    this.#sendPing();
  }

  #sendPing(): void {
    const pingedAt = performance.now();
    const [received, unsent] = [this.#received(), this.#unsent()];
    if (!this.#ping()) {
      this.#lastReceivedAt = pingedAt;
      this.#scheduleCheck(this.#pingAfter);
      return;
    }
    this.#isPinging = true;
    const checkReply = (): void => {
      this.#isPinging = false;
      if (this.#received() > received || this.#unsent() < unsent) this.noteReceived();
      if (this.#lastReceivedAt >= pingedAt) this.#check();
      else this.#onDead();
    };
    this.#timer = setTimeout(() => {
      this.#timer = afterReading(checkReply);
    }, this.#pongTimeout);
  }
}
