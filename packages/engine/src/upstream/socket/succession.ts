import type { ExchangeFault } from "../transport/index.ts";

/** The response that comes after one that is under way on the same socket. */
export interface Follower {
  /** The socket is its own from now on. */
  begin(): void;
  gone(fault: ExchangeFault): void;
}

/**
 * A socket promised to the next response while one is under way on it: the next one was asked for as going on from what
 * was done by then, and gets the socket if the one before ends with just that.
 */
export class Succession {
  /** Items that were done; null where nothing is promised. */
  #done: number | null = null;
  #follower: Follower | null = null;
  /** Null while the response before is under way. */
  #outcome: ExchangeFault | "sound" | null = null;
  /** Does with the socket what is done with free ones. */
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

  /** Whether what was asked for goes on from where the response before has ended. */
  holds(done: number): boolean {
    return this.#done === done;
  }

  /** The one that was promised the socket waits for it. */
  await(follower: Follower): void {
    this.#follower = follower;
    this.#tell();
  }

  /** It does not want the socket any more. */
  letGo(): void {
    this.#done = null;
    this.#follower = null;
    if (this.#outcome === "sound") this.#free();
  }

  /** The response before is over. */
  end(outcome: ExchangeFault | "sound"): void {
    this.#outcome = outcome;
    this.#tell();
  }

  #tell(): void {
    if (this.#outcome === "sound") this.#follower?.begin();
    else if (this.#outcome !== null) this.#follower?.gone(this.#outcome);
  }
}
