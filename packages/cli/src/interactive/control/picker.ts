import type { FileSearch, Looking } from "../../listing/index.ts";
import type { SessionLog } from "./session-log.ts";

/** Milliseconds of searching per slice; keys and paints are handled between slices. */
const SLICE_MS = 6;

/** Searches the files for what is typed. A newer search replaces an unfinished one. */
export class Picker {
  readonly #log: SessionLog;
  readonly #search: FileSearch;
  #looking: Looking;
  #letters = "";
  /** Whether the result of `#looking` has not been shown yet. */
  #isPending = false;
  #isScheduled = false;
  /** The file that the user moved to, which stays chosen when more are found. */
  #kept: string | undefined;

  constructor(log: SessionLog, search: FileSearch) {
    this.#log = log;
    this.#search = search;
    this.#looking = search.begin("");
  }

  /** Offers the files that match these letters: at once if there are few files, else when all have been searched. */
  pick(letters: string): void {
    this.#begin(letters);
    this.#goOn();
  }

  /** Moves the choice by so many rows. */
  move(rows: number): void {
    this.settle();
    const { picking } = this.#log.state;
    const last = Math.max(picking.matches.length - 1, 0);
    this.#log.tell({ ...picking, chosen: Math.min(Math.max(picking.chosen + rows, 0), last) });
  }

  /** Returns the file that Enter opens; undefined if none matches. */
  chosen(): string | undefined {
    this.settle();
    const { picking } = this.#log.state;
    return picking.matches[picking.chosen];
  }

  /** Adds files found on disk since, if the picker is open. */
  found(): void {
    const { screen, picking, typed } = this.#log.state;
    if (screen !== "picker") return;
    // An unfinished search reaches the new files by itself.
    if (this.#isPending) return;
    if (typed !== this.#letters) this.#begin(typed);
    this.#isPending = true;
    this.#kept = picking.chosen === 0 ? undefined : picking.matches[picking.chosen];
    this.#goOn();
  }

  /** Finishes the search, before the user moves the choice or takes a file. */
  settle(): void {
    if (!this.#isPending) return;
    this.#looking.goOn(Number.POSITIVE_INFINITY);
    this.#tell();
  }

  #begin(letters: string): void {
    this.#looking = this.#search.begin(letters);
    this.#letters = letters;
    this.#isPending = true;
    this.#kept = undefined;
  }

  #goOn(): void {
    if (this.#looking.goOn(SLICE_MS)) this.#tell();
    else if (!this.#isScheduled) {
      this.#isScheduled = true;
      setImmediate(() => {
        this.#isScheduled = false;
        const { screen, left } = this.#log.state;
        if (screen !== "picker" || left) this.#isPending = false;
        if (this.#isPending) this.#goOn();
      });
    }
  }

  #tell(): void {
    this.#isPending = false;
    const { matches, total } = this.#looking.found();
    const chosen = this.#kept === undefined ? 0 : Math.max(matches.indexOf(this.#kept), 0);
    this.#log.tell({ type: "picking", matches, total, chosen });
  }
}
