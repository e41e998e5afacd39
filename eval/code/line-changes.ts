import { diffLines } from "diff";

/** Lines that differ between two texts, without white space at their ends; blank ones are left out. */
export interface LineChanges {
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

export function lineChanges(before: string, after: string): LineChanges {
  const removed: string[] = [];
  const added: string[] = [];
  for (const part of diffLines(normalized(before), normalized(after))) {
    const list = part.removed ? removed : part.added ? added : null;
    list?.push(...part.value.split("\n").filter((line) => line !== ""));
  }
  return { removed, added };
}

/** Lines removed or added, whichever are more: a line that was replaced counts once. */
export function changedLines({ removed, added }: LineChanges): number {
  return Math.max(removed.length, added.length);
}

/**
 * Lines that `answer` removes or adds and `reference` does not: what was changed beyond what was needed, or
 * otherwise than expected. Indentation does not count.
 */
export function excessLines(answer: LineChanges, reference: LineChanges): number {
  return without(answer.removed, reference.removed).length + without(answer.added, reference.added).length;
}

function without(lines: readonly string[], expected: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const line of expected) left.set(line.trim(), (left.get(line.trim()) ?? 0) + 1);
  return lines.filter((line) => {
    const count = left.get(line.trim()) ?? 0;
    left.set(line.trim(), count - 1);
    return count <= 0;
  });
}

/** The text with `\n` at the end of each line and no white space before it. */
export function normalized(text: string): string {
  return `${text.replaceAll(/[ \t]*\r?\n/g, "\n").trimEnd()}\n`;
}
