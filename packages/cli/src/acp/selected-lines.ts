import type { Selection } from "@flint/client";
import { countLines, parseSelection } from "../edit/index.ts";

/** The selection in lines of the code: editors select up to the empty line that follows the last newline. */
export function linesOf(code: string, { start, end }: Selection): Selection {
  const last = countLines(code);
  return { start, end: end === last + 1 && start <= last && code.endsWith("\n") ? last : end };
}

/** @throws {UsageError} `bad_selection` where the code has no such lines. */
export function textOf(code: string, { start, end }: Selection): string {
  parseSelection(`${start}:${end}`, countLines(code));
  return code
    .split("\n")
    .slice(start - 1, end)
    .join("\n");
}
