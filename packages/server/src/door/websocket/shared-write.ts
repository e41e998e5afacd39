import type { Duplex } from "node:stream";

/**
 * Has the frames that are sent in one turn of the event loop leave in one write. A system call for each frame is
 * most of what a short response costs.
 */
export class SharedWrite {
  readonly #socket: Duplex;
  #isHeld = false;

  constructor(socket: Duplex) {
    this.#socket = socket;
  }

  /** Holds back what is sent from now on, until the code that runs and the promises that it settles are through. */
  hold(): void {
    if (this.#isHeld) return;
    this.#isHeld = true;
    this.#socket.cork();
    process.nextTick(() => {
      this.#isHeld = false;
      this.#socket.uncork();
    });
  }
}
