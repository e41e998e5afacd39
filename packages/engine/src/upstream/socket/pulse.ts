/**
 * Pings the server of a silent socket, and reports it as dead if there is no pong before the next ping. A lost connection
 * cannot be detected otherwise.
 */
export class Pulse {
  readonly #interval: number;
  readonly #ping: () => void;
  readonly #dead: () => void;
  #timer: NodeJS.Timeout | undefined;
  /** Null before the first pong. */
  #isAlive: boolean | null = null;

  /** `interval` is in milliseconds. */
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

  /** Records a sign of life. Returns whether it was the first. */
  markAlive(): boolean {
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
