import { go, type Snapshot, snapshot } from "fuzzysort";

/** Files that are offered at once. */
const MAX_MATCHES = 200;

export interface Matches {
  readonly matches: readonly string[];
  /** How many there are in all. */
  readonly total: number;
}

/** Files searched by letters of their path, in order, the best match first. */
export class FileSearch {
  readonly #files: readonly string[];
  readonly #snapshot: Snapshot;

  constructor(files: readonly string[]) {
    this.#files = files;
    this.#snapshot = snapshot(files);
  }

  find(letters: string): Matches {
    const wanted = letters.trim();
    if (wanted === "") return { matches: this.#files.slice(0, MAX_MATCHES), total: this.#files.length };
    const found = go(wanted, this.#snapshot, { limit: MAX_MATCHES, threshold: 0.2 });
    return { matches: found.map(({ target }) => target), total: found.total };
  }
}
