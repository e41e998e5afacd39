import { diffLines } from "diff";

/** Lines that differ between two texts, without trailing white space and without blank lines. */
export interface LineChanges {
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

export function lineChanges(before: string, after: string): LineChanges {
  const removed: string[] = [];
  const added: string[] = [];
  for (const part of diffLines(normalize(before), normalize(after))) {
    const list = part.removed ? removed : part.added ? added : null;
    list?.push(...part.value.split("\n").filter((line) => line !== ""));
  }
  return { removed, added };
}

/** Returns the number of changed lines: the larger of removed and added, so a replaced line counts once. */
export function changedLines({ removed, added }: LineChanges): number {
  return Math.max(removed.length, added.length);
}

/**
 * Counts lines that `answer` removes or adds but `reference` does not: changes that were unnecessary or differ from the
 * expected ones. Indentation is ignored.
 */
export function excessLines(answer: LineChanges, reference: LineChanges): number {
  return (
    linesWithout(answer.removed, reference.removed).length +
    linesWithout(answer.added, reference.added).length
  );
}

function linesWithout(lines: readonly string[], expected: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const line of expected) left.set(line.trim(), (left.get(line.trim()) ?? 0) + 1);
  return lines.filter((line) => {
    const count = left.get(line.trim()) ?? 0;
    left.set(line.trim(), count - 1);
    return count <= 0;
  });
}

/** Returns the text with `\n` line endings and without trailing white space. */
export function normalize(text: string): string {
  return `${text.replaceAll(/[ \t]*\r?\n/g, "\n").trimEnd()}\n`;
}
