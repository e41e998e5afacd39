import type { Selection } from "@flint/client";
import { countLines, parseSelection } from "../edit/index.ts";

/** Limits a selection to the code's lines: editors may include the empty line after the last line break. */
export function limitSelection(code: string, { start, end }: Selection): Selection {
  const last = countLines(code);
  return { start, end: end === last + 1 && start <= last && code.endsWith("\n") ? last : end };
}

/** @throws {UsageError} `bad_selection` if the code has no such lines. */
export function textOf(code: string, { start, end }: Selection): string {
  parseSelection(`${start}:${end}`, countLines(code));
  return code
    .split("\n")
    .slice(start - 1, end)
    .join("\n");
}
