import { FlintError } from "../error/index.ts";
import { splitCode } from "./code-lines.ts";
import type { Selection } from "./edit-options.ts";
import type { Hunk } from "./hunk.ts";
import type { LineChange } from "./line-change.ts";

/**
 * The part of a file that travels to the model: the selected lines, without the blank lines around them and
 * the indentation that they share. Changes of those lines are turned back into changes of the file.
 */
export class Region {
  /** The lines as they travel: without what a line may hold and no answer brings back. */
  readonly lines: readonly string[];
  /** The same lines as they are in the file. */
  readonly fileLines: readonly string[];
  readonly #start: number;
  readonly #indentation: string;

  /** Throws {@link FlintError} `invalid_argument` for a selection outside of the code. */
  constructor(code: string, selection?: Selection) {
    const file = splitCode(code).texts;
    const [from, to] = boundsOf(file.length, selection);
    const selected = file.slice(from, to);
    const first = selected.findIndex((line) => line.trim() !== "");
    const last = selected.findLastIndex((line) => line.trim() !== "");
    this.fileLines = first === -1 ? [] : selected.slice(first, last + 1);
    this.#start = first === -1 ? from : from + first;
    this.#indentation = sharedIndentation(this.fileLines);
    this.lines = this.fileLines.map((line) => travelling(dedent(line, this.#indentation)));
  }

  get text(): string {
    return this.lines.join("\n");
  }

  /** 1-based line of the file where line `index` of the region is. */
  lineNumber(index: number): number {
    return this.#start + index + 1;
  }

  /** A line of the answer as it goes into the file. */
  restore(line: string): string {
    return line === "" ? "" : this.#indentation + line;
  }

  /** The change in lines of the file. */
  toHunk({ oldStart, oldCount, newStart, newLines }: LineChange): Hunk {
    return {
      kind: oldCount === 0 ? "insert" : newLines.length === 0 ? "delete" : "replace",
      oldStart: this.lineNumber(oldStart),
      oldLines: this.fileLines.slice(oldStart, oldStart + oldCount),
      newStart: this.lineNumber(newStart),
      newLines: newLines.map((line) => this.restore(line)),
    };
  }
}

function boundsOf(count: number, selection: Selection | undefined): [from: number, to: number] {
  if (selection === undefined) return [0, count];
  const { start, end }: Partial<Selection> = selection ?? {};
  if (Number.isInteger(start) && Number.isInteger(end) && start >= 1 && start <= end && end <= count) {
    return [start - 1, end];
  }
  if (start === undefined || end === undefined) {
    throw new FlintError("invalid_argument", "selection must be { start, end }: the first and the last line");
  }
  throw new FlintError(
    "invalid_argument",
    `selection ${start}:${end} is not within the code: start and end must be lines from 1 to ${count}, and start must not come after end`,
  );
}

function sharedIndentation(lines: readonly string[]): string {
  let shared: string | null = null;
  for (const line of lines) {
    if (line.trim() === "") continue;
    const own = /^[ \t]*/.exec(line)?.[0] ?? "";
    shared ??= own;
    while (!own.startsWith(shared)) shared = shared.slice(0, -1);
  }
  return shared ?? "";
}

/** A blank line may have less indentation than the others share. */
function dedent(line: string, indentation: string): string {
  return line.startsWith(indentation) ? line.slice(indentation.length) : line.trimStart();
}

/**
 * A carriage return before the line's own ending would be read as part of that, and half of a surrogate pair is no text:
 * a line that comes back without them is one that nobody has changed.
 */
function travelling(line: string): string {
  let end = line.length;
  while (line[end - 1] === "\r") end--;
  return line.slice(0, end).replace(/\p{Surrogate}/gu, "\uFFFD");
}
