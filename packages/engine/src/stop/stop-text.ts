/**
 * Cuts an output at the first of some texts, wherever it is cut into pieces: at the one that is whole first, and of
 * several at one place at the longest.
 */
export class StopText {
  readonly #stops: readonly string[];
  #held = "";
  #stopped = false;

  constructor(stops: readonly string[]) {
    this.#stops = stops.filter((stop) => stop !== "");
  }

  /** Whether a stop text has come. Nothing comes after it. */
  get stopped(): boolean {
    return this.#stopped;
  }

  /** Gives the text that is certain to stay. An end that may begin a stop text is held back. */
  push(text: string): { text: string; stopped: boolean } {
    if (this.#stopped) return { text: "", stopped: true };
    const all = this.#held + text;
    const end = this.#firstWhole(all);
    this.#stopped = end !== null;
    const sure = end ?? all.length - this.#begun(all);
    this.#held = this.#stopped ? "" : all.slice(sure);
    return { text: all.slice(0, sure), stopped: this.#stopped };
  }

  /** Gives what was held back. */
  end(): string {
    const held = this.#held;
    this.#held = "";
    return held;
  }

  /** Where the stop text begins that is whole first; null where none is. */
  #firstWhole(text: string): number | null {
    let [first, firstEnd]: [number | null, number] = [null, Number.POSITIVE_INFINITY];
    for (const stop of this.#stops) {
      const start = text.indexOf(stop);
      const end = start + stop.length;
      if (start === -1 || end > firstEnd || (end === firstEnd && first !== null && start >= first)) continue;
      [first, firstEnd] = [start, end];
    }
    return first;
  }

  /** Length of the longest end of the text with which a stop text begins. */
  #begun(text: string): number {
    let longest = 0;
    for (const stop of this.#stops) longest = Math.max(longest, overlap(text, stop));
    return longest;
  }
}

/** Length of the longest end of `text` with which `stop` begins. */
function overlap(text: string, stop: string): number {
  let length = Math.min(stop.length - 1, text.length);
  while (length > 0 && !stop.startsWith(text.slice(text.length - length))) length -= 1;
  return length;
}
