import type { Change } from "./change.ts";
import type { ScopeConcern } from "./concern.ts";

/** Longest repeated block in lines. */
const LONGEST = 12;
/** Minimum number of letters and digits, since braces alone repeat anyway. */
const LEAST = 8;

/** Returns the first lines that appear twice in a row and did not before. */
export function repeatedLines({ before, after, hunks }: Change): ScopeConcern[] {
  const now = after.split(/\r?\n/).map((line) => line.trim());
  const old = `\n${before
    .split(/\r?\n/)
    .map((line) => line.trim())
    .join("\n")}\n`;
  const isNew = new Set(
    hunks.flatMap(({ newStart, newLines }) => newLines.map((_, index) => newStart + index - 1)),
  );
  for (let length = LONGEST; length >= 1; length--) {
    for (let at = 0; at + 2 * length <= now.length; at++) {
      if (!isRepeated(now, at, length)) continue;
      if (!Array.from({ length: 2 * length }, (_, index) => at + index).some((line) => isNew.has(line)))
        continue;
      const block = now.slice(at, at + length).join("\n");
      if (block.replace(/[^\p{L}\p{N}]/gu, "").length < LEAST || old.includes(`\n${block}\n${block}\n`))
        continue;
      const what = length === 1 ? "this line appears" : `these ${length} lines appear`;
      return [{ kind: "repeated", line: at + length + 1, message: `${what} twice in a row` }];
    }
  }
  return [];
}

function isRepeated(lines: readonly string[], at: number, length: number): boolean {
  for (let index = 0; index < length; index++)
    if (lines[at + index] !== lines[at + length + index]) return false;
  return true;
}
