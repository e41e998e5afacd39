/**
 * Ctrl-C while an edit runs: the first stops the edit, the second quits at once.
 * Before there is anything to stop, the first quits as well.
 */
export class Interrupts {
  /** Called when the first Ctrl-C has asked the edit to stop. */
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
  /** The terminal is closed: what is removed at the program's end would stay without this. */
  readonly #onHangUp = () => process.exit(129);

  constructor() {
    process.on("SIGINT", this.#onInterrupt);
    process.on("SIGTERM", this.#onTerminate);
    process.on("SIGHUP", this.#onHangUp);
  }

  /** From now on the first Ctrl-C calls this. */
  stopWith(stop: () => void): void {
    this.#stop = stop;
  }

  close(): void {
    process.removeListener("SIGINT", this.#onInterrupt);
    process.removeListener("SIGTERM", this.#onTerminate);
    process.removeListener("SIGHUP", this.#onHangUp);
  }
}
