import { FlintError } from "../error/index.ts";
import { splitCode } from "./code-lines.ts";
import type { Selection } from "./edit-options.ts";
import type { Hunk } from "./hunk.ts";
import type { LineChange } from "./line-change.ts";

/**
 * The part of a file that is sent to the model: the selected lines, without the blank lines around them and without
 * their common indentation. Converts changes of those lines back into changes of the file.
 */
export class Region {
  /** The lines as sent, without characters that an answer cannot reproduce. */
  readonly lines: readonly string[];
  /** The same lines as in the file. */
  readonly fileLines: readonly string[];
  readonly #start: number;
  readonly #indentation: string;

  /** Throws {@link FlintError} `invalid_argument` if the selection is outside the code. */
  constructor(code: string, selection?: Selection) {
    const file = splitCode(code).texts;
    const [from, to] = boundsOf(file.length, selection);
    const selected = file.slice(from, to);
    const first = selected.findIndex((line) => line.trim() !== "");
    const last = selected.findLastIndex((line) => line.trim() !== "");
    this.fileLines = first === -1 ? [] : selected.slice(first, last + 1);
    this.#start = first === -1 ? from : from + first;
    this.#indentation = sharedIndentation(this.fileLines);
    this.lines = this.fileLines.map((line) => sanitize(dedent(line, this.#indentation)));
  }

  get text(): string {
    return this.lines.join("\n");
  }

  /** Returns the 1-based line number in the file of line `index` of the region. */
  lineNumber(index: number): number {
    return this.#start + index + 1;
  }

  /** Returns a line of the answer as it goes into the file. */
  restore(line: string): string {
    return line === "" ? "" : this.#indentation + line;
  }

  /** Converts a change to lines of the file. */
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
  if (typeof start !== "number" || typeof end !== "number") {
    throw new FlintError(
      "invalid_argument",
      "selection must be { start, end }: the numbers of the first and of the last line",
    );
  }
  if (count === 0) {
    throw new FlintError(
      "invalid_argument",
      `the code is empty, so it has no lines ${start} to ${end}: leave selection out`,
    );
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

/** A blank line may have less than the common indentation. */
function dedent(line: string, indentation: string): string {
  return line.startsWith(indentation) ? line.slice(indentation.length) : line.trimStart();
}

/**
 * Removes carriage returns before the line's own ending, which would be read as part of it, and replaces halves of
 * surrogate pairs, which are not text. A line that comes back without them counts as unchanged.
 */
function sanitize(line: string): string {
  let end = line.length;
  while (line[end - 1] === "\r") end--;
  return line.slice(0, end).replace(/\p{Surrogate}/gu, "\uFFFD");
}
