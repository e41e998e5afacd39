import { go, type Snapshot, snapshot } from "fuzzysort";
import type { Found } from "./list-files.ts";

/** Files that are offered at once. */
const MAX_MATCHES = 200;
const OPTIONS = { limit: MAX_MATCHES, threshold: 0.2 };

export interface Matches {
  readonly matches: readonly string[];
  /** How many there are in all. */
  readonly total: number;
}

/** Files searched by letters of their path, the best match first; without letters in order. */
export class FileSearch {
  readonly #pieces: Snapshot[] = [];
  /** The first files of each of the places that were named, in order. */
  readonly #first: string[][] = [];
  #total = 0;

  /** More files, a few at a time: those of 500 take about five milliseconds. */
  add({ files, nth }: Found): void {
    const piece = snapshot(files);
    // Files are prepared when they are first searched: now, and not all of them at the first letter that is typed.
    go("e", piece, OPTIONS);
    this.#pieces.push(piece);
    this.#first[nth] = [...(this.#first[nth] ?? []), ...files].sort().slice(0, MAX_MATCHES);
    this.#total += files.length;
  }

  find(letters: string): Matches {
    const wanted = letters.trim();
    if (wanted === "") return { matches: this.#first.flat().slice(0, MAX_MATCHES), total: this.#total };
    const found = this.#pieces.map((piece) => go(wanted, piece, OPTIONS));
    const best = found.flat().sort((one, other) => other.score - one.score);
    return {
      matches: best.slice(0, MAX_MATCHES).map(({ target }) => target),
      total: found.reduce((sum, { total }) => sum + total, 0),
    };
  }
}
