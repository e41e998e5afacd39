import type { Selection } from "@flint/client";
import { UsageError } from "../error/index.ts";

/** The remedy for a file that is too large. */
export const SELECT_PART = "edit a part of it with --selection first:last";

/** The same for one of several files, which cannot have a selection. */
export const SELECT_PART_ALONE = "edit this file alone, and only a part of it with --selection first:last";

/**
 * Parses `a:b`, 1-based and inclusive; `a` alone is one line.
 * @throws {UsageError} `bad_selection` if it is malformed or outside the code's `lines`.
 */
export function parseSelection(text: string, lines: number): Selection {
  const match = /^(\d+)(?::(\d+))?$/.exec(text.trim());
  if (match === null) {
    throw new UsageError(
      "bad_selection",
      `cannot read the selection "${text}"; write it as first:last, such as 10:25`,
    );
  }
  const start = Number(match[1]);
  const end = Number(match[2] ?? match[1]);
  if (start < 1) throw new UsageError("bad_selection", "a selection counts lines from 1");
  if (end < start) {
    throw new UsageError(
      "bad_selection",
      `the selection ${text} ends before it begins; write it as first:last`,
    );
  }
  if (end > lines) {
    throw new UsageError("bad_selection", `the selection ${text} is out of range: the last line is ${lines}`);
  }
  return { start, end };
}

/** Counts lines. A final line break does not start another line. */
export function countLines(code: string): number {
  const breaks = code.split("\n").length;
  return code.endsWith("\n") ? breaks - 1 : breaks;
}
