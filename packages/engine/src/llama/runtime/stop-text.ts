/** Finds stop strings in text that comes in pieces, and holds back what may turn out to be one's beginning. */
export class StopText {
  readonly #stops: readonly string[];
  #held = "";
  #stopped = false;

  constructor(stops: readonly string[]) {
    this.#stops = stops.filter((stop) => stop !== "");
  }

  /** Whether a stop string has come. Nothing comes after it. */
  get stopped(): boolean {
    return this.#stopped;
  }

  /** Takes the next text and gives the text that is sure to be wanted. */
  push(text: string): string {
    if (this.#stops.length === 0) return text;
    if (this.#stopped) return "";
    this.#held += text;
    const stop = this.#firstStop();
    if (stop !== -1) {
      this.#stopped = true;
      return this.#release(stop, "");
    }
    const sure = this.#held.length - this.#beginningLength();
    return this.#release(sure, this.#held.slice(sure));
  }

  /** What was held back. */
  end(): string {
    return this.#release(this.#held.length, "");
  }

  #firstStop(): number {
    const found = this.#stops.map((stop) => this.#held.indexOf(stop)).filter((index) => index !== -1);
    return found.length === 0 ? -1 : Math.min(...found);
  }

  /** Length of the longest end of the text that begins a stop string. */
  #beginningLength(): number {
    const longest = Math.max(...this.#stops.map((stop) => stop.length - 1));
    for (let length = Math.min(longest, this.#held.length); length > 0; length--) {
      const end = this.#held.slice(-length);
      if (this.#stops.some((stop) => stop.startsWith(end))) return length;
    }
    return 0;
  }

  #release(length: number, held: string): string {
    const text = this.#held.slice(0, length);
    this.#held = held;
    return text;
  }
}
