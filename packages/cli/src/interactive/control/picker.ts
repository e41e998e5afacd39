import type { FileSearch, Looking } from "../../listing/index.ts";
import type { SessionLog } from "./session-log.ts";

/** Milliseconds of searching at a time: keys and paints come through between. */
const SLICE_MS = 6;

/** The files to pick from, searched by what is typed. What was typed last is what is searched for. */
export class Picker {
  readonly #log: SessionLog;
  readonly #search: FileSearch;
  #looking: Looking;
  #letters = "";
  /** Whether what `#looking` finds is still to be told. */
  #isPending = false;
  #isScheduled = false;
  /** What was gone to stays the chosen one. */
  #kept: string | undefined;

  constructor(log: SessionLog, search: FileSearch) {
    this.#log = log;
    this.#search = search;
    this.#looking = search.begin("");
  }

  /** Offers the files with these letters: at once where there are few, else once all are searched. */
  pick(letters: string): void {
    this.#begin(letters);
    this.#goOn();
  }

  /** Goes to another of those offered. */
  move(rows: number): void {
    this.settle();
    const { picking } = this.#log.state;
    const last = Math.max(picking.matches.length - 1, 0);
    this.#log.tell({ ...picking, chosen: Math.min(Math.max(picking.chosen + rows, 0), last) });
  }

  /** What Enter takes; undefined where no file has these letters. */
  chosen(): string | undefined {
    this.settle();
    const { picking } = this.#log.state;
    return picking.matches[picking.chosen];
  }

  /** Offers what was found on disk meanwhile, where a file is being picked. */
  found(): void {
    const { screen, picking, typed } = this.#log.state;
    if (screen !== "picker") return;
    // A search that is not told of yet comes to the new files by itself.
    if (this.#isPending) return;
    if (typed !== this.#letters) this.#begin(typed);
    this.#isPending = true;
    this.#kept = picking.chosen === 0 ? undefined : picking.matches[picking.chosen];
    this.#goOn();
  }

  /** Who goes to a file, or takes one, goes by what is typed: it is searched for to the end. */
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
