/** Cuts an output at the first of some texts, also where it arrives in pieces. */
export class StopText {
  readonly #stops: readonly string[];
  #held = "";

  constructor(stops: readonly string[]) {
    this.#stops = stops.filter((stop) => stop !== "");
  }

  /** Gives the text that is certain to stay. An end that may begin a stop text is held back. */
  push(text: string): { text: string; stopped: boolean } {
    const all = this.#held + text;
    const places = this.#stops.map((stop) => all.indexOf(stop)).filter((place) => place !== -1);
    if (places.length > 0) {
      this.#held = "";
      return { text: all.slice(0, Math.min(...places)), stopped: true };
    }
    const held = Math.max(0, ...this.#stops.map((stop) => overlap(all, stop)));
    this.#held = all.slice(all.length - held);
    return { text: all.slice(0, all.length - held), stopped: false };
  }

  /** Gives what was held back. */
  end(): string {
    const held = this.#held;
    this.#held = "";
    return held;
  }
}

/** Length of the longest end of `text` with which `stop` begins. */
function overlap(text: string, stop: string): number {
  let length = Math.min(stop.length - 1, text.length);
  while (length > 0 && !stop.startsWith(text.slice(text.length - length))) length -= 1;
  return length;
}
