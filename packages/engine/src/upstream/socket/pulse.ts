/**
 * Asks the server of a socket that says nothing for signs of life, and tells when one has not come by the time that the
 * next is asked for: a connection that has silently died shows in nothing else.
 */
export class Pulse {
  readonly #interval: number;
  readonly #ping: () => void;
  readonly #dead: () => void;
  #timer: NodeJS.Timeout | undefined;
  /** Null before the first sign. */
  #isAlive: boolean | null = null;

  /** `interval` in milliseconds. */
  constructor(interval: number, ping: () => void, dead: () => void) {
    this.#interval = interval;
    this.#ping = ping;
    this.#dead = dead;
  }

  begin(): void {
    this.end();
    this.#isAlive = null;
    this.#timer = setInterval(() => this.#look(), this.#interval);
    this.#ping();
  }

  /** It has given a sign; whether that was its first. */
  alive(): boolean {
    const isFirst = this.#isAlive === null;
    this.#isAlive = true;
    return isFirst;
  }

  end(): void {
    clearInterval(this.#timer);
  }

  #look(): void {
    if (this.#isAlive !== true) {
      this.end();
      this.#dead();
      return;
    }
    this.#isAlive = false;
    this.#ping();
  }
}
