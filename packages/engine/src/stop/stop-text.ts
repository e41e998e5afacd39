/**
 * Cuts streamed output at the first stop sequence, however the output is split: at the one that is complete first, and
 * among several at the same place at the longest.
 */
export class StopText {
  readonly #stops: readonly string[];
  #held = "";
  #stopped = false;

  constructor(stops: readonly string[]) {
    this.#stops = stops.filter((stop) => stop !== "");
  }

  /** Whether a stop sequence occurred. No output follows it. */
  get stopped(): boolean {
    return this.#stopped;
  }

  /** Returns the text that is certain to be output. Holds back an end that may be the start of a stop sequence. */
  push(text: string): { text: string; stopped: boolean } {
    if (this.#stopped) return { text: "", stopped: true };
    const all = this.#held + text;
    const end = this.#firstWhole(all);
    this.#stopped = end !== null;
    const sure = end ?? all.length - this.#partialLength(all);
    this.#held = this.#stopped ? "" : all.slice(sure);
    return { text: all.slice(0, sure), stopped: this.#stopped };
  }

  /** Returns the text held back. */
  end(): string {
    const held = this.#held;
    this.#held = "";
    return held;
  }

  /** Returns the start of the stop sequence that is complete first; null if none is. */
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

  /** Returns the length of the longest suffix of the text that is a prefix of a stop sequence. */
  #partialLength(text: string): number {
    let longest = 0;
    for (const stop of this.#stops) longest = Math.max(longest, overlap(text, stop));
    return longest;
  }
}

/** Returns the length of the longest suffix of `text` that is a proper prefix of `stop`. */
function overlap(text: string, stop: string): number {
  let length = Math.min(stop.length - 1, text.length);
  while (length > 0 && !stop.startsWith(text.slice(text.length - length))) length -= 1;
  return length;
}
