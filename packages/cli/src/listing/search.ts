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

  begin(letters: string): Looking {
    const wanted = letters.trim();
    if (wanted !== "") return new LettersLooking(wanted, this.#pieces);
    const inOrder = () => ({ matches: this.#first.flat().slice(0, MAX_MATCHES), total: this.#total });
    return { goOn: () => true, found: inOrder };
  }
}

/** A search under way; files that are added meanwhile, or after its end, are found when it goes on. */
export interface Looking {
  /** Searches for up to so many milliseconds. Whether all files that there are were searched. */
  goOn(milliseconds: number): boolean;
  /** Of the files that were searched. */
  found(): Matches;
}

class LettersLooking implements Looking {
  readonly #letters: string;
  readonly #pieces: readonly Snapshot[];
  #next = 0;
  #best: { readonly target: string; readonly score: number }[] = [];
  #total = 0;

  constructor(letters: string, pieces: readonly Snapshot[]) {
    this.#letters = letters;
    this.#pieces = pieces;
  }

  goOn(milliseconds: number): boolean {
    const end = performance.now() + milliseconds;
    for (let piece = this.#pieces[this.#next]; piece !== undefined; piece = this.#pieces[this.#next]) {
      if (performance.now() >= end) return false;
      const found = go(this.#letters, piece, OPTIONS);
      this.#total += found.total;
      this.#best = [...this.#best, ...found]
        .sort((one, other) => other.score - one.score)
        .slice(0, MAX_MATCHES);
      this.#next++;
    }
    return true;
  }

  found(): Matches {
    return { matches: this.#best.map(({ target }) => target), total: this.#total };
  }
}
