import type { Selection } from "./edit-options.ts";
import type { Hunk } from "./hunk.ts";
import type { LineChange } from "./line-change.ts";
import { LineMatcher } from "./matcher.ts";
import type { Preview, PreviewPiece } from "./preview.ts";
import { Region } from "./region.ts";

/**
 * Edited code that is arriving, aligned with the original. Fed with the `text` of an edit's events, it gives the same
 * preview as `turn.preview()`, for showing an edit from its events alone, such as from a recording.
 */
export interface ArrivingCode {
  /** The settled changes, in order. */
  readonly hunks: readonly Hunk[];
  /** The code as received. */
  readonly text: string;
  /** Adds a piece of text. Returns the changes that it settles. */
  push(text: string): Hunk[];
  /** Ends the text: the rest of the original is deleted. Returns the changes that this settles. */
  complete(): Hunk[];
  /** Discards the text received so far. */
  reset(): void;
  preview(): Preview;
}

/** Follows an edit of `code`. Throws {@link FlintError} `invalid_argument` if the selection is outside the code. */
export function followEdit(code: string, selection?: Selection): ArrivingCode {
  return new AlignedCode(new Region(code, selection));
}

export class AlignedCode implements ArrivingCode {
  readonly hunks: Hunk[] = [];
  readonly #region: Region;
  #matcher: LineMatcher;
  #text = "";
  #unfinished = "";
  /** Blank lines that count only if another line follows them. */
  #blankLines: string[] = [];
  #lines = 0;

  constructor(region: Region) {
    this.#region = region;
    this.#matcher = new LineMatcher(region.lines);
  }

  get text(): string {
    return this.#text;
  }

  push(text: string): Hunk[] {
    this.#text += text;
    const [rest = "", ...lines] = text.split("\n");
    // Not `unfinished + text`, which would be searched again: a line may be as long as the whole code and arrive by the
    // character.
    this.#unfinished += rest;
    return lines.flatMap((next) => {
      const line = this.#unfinished;
      this.#unfinished = next;
      return this.#addLine(line);
    });
  }

  complete(): Hunk[] {
    const hunks = this.#unfinished === "" ? [] : this.#addLine(this.#unfinished);
    this.#unfinished = "";
    return [...hunks, ...this.#addHunks(this.#matcher.end())];
  }

  reset(): void {
    this.#text = "";
    this.#unfinished = "";
    this.#blankLines = [];
    this.#lines = 0;
    this.hunks.length = 0;
    this.#matcher = new LineMatcher(this.#region.lines);
  }

  preview(): Preview {
    const unfinished = this.#unfinished === "" ? null : this.#unfinished;
    const pieces = this.#matcher.stretches(unfinished).map((stretch): PreviewPiece => {
      const oldStart = this.#region.lineNumber(stretch.oldStart);
      const count = stretch.kind === "changed" ? stretch.oldCount : stretch.count;
      const lines = this.#region.fileLines.slice(stretch.oldStart, stretch.oldStart + count);
      if (stretch.kind === "expected") return { kind: "expected", oldStart, lines };
      const newStart = this.#region.lineNumber(stretch.newStart);
      if (stretch.kind === "unchanged") return { kind: "unchanged", oldStart, newStart, lines };
      const newLines = stretch.newLines.map((line) => this.#region.restore(line));
      return { kind: "changed", oldStart, oldLines: lines, newStart, newLines, settled: stretch.settled };
    });
    return { pieces, arrivedLines: this.#lines + (unfinished === null ? 0 : 1) };
  }

  #addLine(line: string): Hunk[] {
    if (line.trim() === "") {
      // The code was sent without the blank lines around it, so ignore those of the answer.
      if (this.#lines > 0) this.#blankLines.push(line);
      return [];
    }
    const hunks = [...this.#blankLines, line].flatMap((one) => this.#addHunks(this.#matcher.push(one)));
    this.#lines += this.#blankLines.length + 1;
    this.#blankLines = [];
    return hunks;
  }

  #addHunks(changes: readonly LineChange[]): Hunk[] {
    const hunks = changes.map((change) => this.#region.toHunk(change));
    this.hunks.push(...hunks);
    return hunks;
  }
}
