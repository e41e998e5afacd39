/** Handles Ctrl-C: the first stops the running edit, the second quits. Without a running edit, the first quits. */
export class Interrupts {
  /** Called when the first Ctrl-C stops the edit. */
  onStopping: () => void = () => {};
  #stop: (() => void) | null = null;
  #pressed = false;
  readonly #onInterrupt = () => {
    if (this.#pressed || this.#stop === null) process.exit(130);
    this.#pressed = true;
    this.onStopping();
    this.#stop();
  };
  readonly #onTerminate = () => process.exit(143);
  /** Exits when the terminal is closed, so that exit handlers clean up. */
  readonly #onHangUp = () => process.exit(129);

  constructor() {
    process.on("SIGINT", this.#onInterrupt);
    process.on("SIGTERM", this.#onTerminate);
    process.on("SIGHUP", this.#onHangUp);
  }

  /** Sets the function that the first Ctrl-C calls. */
  stopWith(stop: () => void): void {
    this.#stop = stop;
  }

  close(): void {
    process.removeListener("SIGINT", this.#onInterrupt);
    process.removeListener("SIGTERM", this.#onTerminate);
    process.removeListener("SIGHUP", this.#onHangUp);
  }
}
