import type { ExchangeFault } from "../transport/index.ts";

/** The next response on the same socket. */
export interface Follower {
  /** Called when it takes over the socket. */
  takeOver(): void;
  gone(fault: ExchangeFault): void;
}

/**
 * Promises a socket to the next response while one is running on it. The next one continues from the items done so far,
 * and gets the socket if the running response ends with exactly those.
 */
export class Succession {
  /** Number of items done at the promise; null without a promise. */
  #done: number | null = null;
  #follower: Follower | null = null;
  /** Null while the previous response is running. */
  #outcome: ExchangeFault | "sound" | null = null;
  /** Returns the socket to the free ones. */
  readonly #free: () => void;

  constructor(free: () => void) {
    this.#free = free;
  }

  get isPromised(): boolean {
    return this.#done !== null;
  }

  promise(done: number): void {
    this.#done = done;
  }

  /** Whether the next request continues from where the previous response ended. */
  endsAsPromised(done: number): boolean {
    return this.#done === done;
  }

  /** Registers the follower that waits for the socket. */
  setFollower(follower: Follower): void {
    this.#follower = follower;
    this.#notifyFollower();
  }

  /** The follower no longer needs the socket. */
  release(): void {
    this.#done = null;
    this.#follower = null;
    if (this.#outcome === "sound") this.#free();
  }

  /** The previous response has ended. */
  end(outcome: ExchangeFault | "sound"): void {
    this.#outcome = outcome;
    this.#notifyFollower();
  }

  #notifyFollower(): void {
    if (this.#outcome === "sound") this.#follower?.takeOver();
    else if (this.#outcome !== null) this.#follower?.gone(this.#outcome);
  }
}
