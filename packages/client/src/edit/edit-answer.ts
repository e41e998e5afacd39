import { CodeStream } from "./code-stream.ts";
import type { Hunk } from "./hunk.ts";
import type { LineChange } from "./line-change.ts";
import { LineMatcher } from "./matcher.ts";
import type { Preview, PreviewPiece } from "./preview.ts";
import type { Region } from "./region.ts";

/** What a piece of the answer's text brings, in order. */
export type AnswerEvent =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "hunk"; readonly hunk: Hunk }
  /** What came before was no code: all of it is void. */
  | { readonly kind: "reset" };

/** One answer to an edit: from streamed text to code, lines and hunks. */
export class EditAnswer {
  readonly hunks: Hunk[] = [];
  readonly #region: Region;
  readonly #stream: CodeStream;
  #matcher: LineMatcher;
  #text = "";
  #unfinished = "";
  /** Blank lines that count only when another line follows them. */
  #blank: string[] = [];
  #lines = 0;

  constructor(region: Region) {
    this.#region = region;
    this.#stream = new CodeStream(/^ {0,3}(```|~~~)/m.test(region.text));
    this.#matcher = new LineMatcher(region.lines);
  }

  /** The code as it came. */
  get text(): string {
    return this.#text;
  }

  push(text: string): AnswerEvent[] {
    return this.#take(this.#stream.push(text));
  }

  /** The answer is whole: what is left of the original was deleted. */
  complete(): AnswerEvent[] {
    const events = this.#take(this.#stream.end());
    if (this.#unfinished !== "") events.push(...this.#line(this.#unfinished));
    this.#unfinished = "";
    events.push(...this.#settled(this.#matcher.end()));
    return events;
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

  #take(pieces: ReturnType<CodeStream["push"]>): AnswerEvent[] {
    const events: AnswerEvent[] = [];
    for (const piece of pieces) {
      if (piece.kind === "reset") {
        this.#reset();
        events.push({ kind: "reset" });
        continue;
      }
      this.#text += piece.text;
      events.push({ kind: "text", text: piece.text });
      const lines = (this.#unfinished + piece.text).split("\n");
      this.#unfinished = lines.pop() ?? "";
      for (const line of lines) events.push(...this.#line(line));
    }
    return events;
  }

  #reset(): void {
    this.#text = "";
    this.#unfinished = "";
    this.#blank = [];
    this.#lines = 0;
    this.hunks.length = 0;
    this.#matcher = new LineMatcher(this.#region.lines);
  }

  #line(line: string): AnswerEvent[] {
    if (line.trim() === "") {
      // The code went out without blank lines around it, so that those of the answer mean nothing.
      if (this.#lines > 0) this.#blank.push(line);
      return [];
    }
    const events = [...this.#blank, line].flatMap((one) => this.#settled(this.#matcher.push(one)));
    this.#lines += this.#blank.length + 1;
    this.#blank = [];
    return events;
  }

  #settled(changes: readonly LineChange[]): AnswerEvent[] {
    const hunks = changes.map((change) => this.#region.toHunk(change));
    this.hunks.push(...hunks);
    return hunks.map((hunk) => ({ kind: "hunk", hunk }));
  }
}
