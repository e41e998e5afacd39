import type { FileSearch, RunningSearch } from "../../listing/index.ts";
import type { SessionLog } from "./session-log.ts";

/** Milliseconds of searching per slice; keys and paints are handled between slices. */
const SLICE_MS = 6;

/** Searches the files for what is typed. A newer search replaces an unfinished one. */
export class Picker {
  readonly #log: SessionLog;
  readonly #search: FileSearch;
  #running: RunningSearch;
  #letters = "";
  /** Whether the result of `#running` has not been shown yet. */
  #isPending = false;
  #isScheduled = false;
  /** The file that the user moved to, which stays chosen when more are found. */
  #keptChoice: string | undefined;

  constructor(log: SessionLog, search: FileSearch) {
    this.#log = log;
    this.#search = search;
    this.#running = search.begin("");
  }

  /** Offers the files that match these letters: at once if there are few files, else when all have been searched. */
  pick(letters: string): void {
    this.#begin(letters);
    this.#advance();
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
  addFound(): void {
    const { screen, picking, typed } = this.#log.state;
    if (screen !== "picker") return;
    // An unfinished search reaches the new files by itself.
    if (this.#isPending) return;
    if (typed !== this.#letters) this.#begin(typed);
    this.#isPending = true;
    this.#keptChoice = picking.chosen === 0 ? undefined : picking.matches[picking.chosen];
    this.#advance();
  }

  /** Finishes the search, before the user moves the choice or takes a file. */
  settle(): void {
    if (!this.#isPending) return;
    this.#running.advance(Number.POSITIVE_INFINITY);
    this.#showMatches();
  }

  #begin(letters: string): void {
    this.#running = this.#search.begin(letters);
    this.#letters = letters;
    this.#isPending = true;
    this.#keptChoice = undefined;
  }

  #advance(): void {
    if (this.#running.advance(SLICE_MS)) this.#showMatches();
    else if (!this.#isScheduled) {
      this.#isScheduled = true;
      setImmediate(() => {
        this.#isScheduled = false;
        const { screen, left } = this.#log.state;
        if (screen !== "picker" || left) this.#isPending = false;
        if (this.#isPending) this.#advance();
      });
    }
  }

  #showMatches(): void {
    this.#isPending = false;
    const { matches, total } = this.#running.found();
    const chosen = this.#keptChoice === undefined ? 0 : Math.max(matches.indexOf(this.#keptChoice), 0);
    this.#log.tell({ type: "picking", matches, total, chosen });
  }
}
