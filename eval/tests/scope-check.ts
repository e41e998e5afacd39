import { changedLines, type Dialect, declarations, lineChanges } from "../code/index.ts";
import type { Scope } from "../problem/index.ts";

/** Returns changes of an answer that violate the scope; empty if there are none. */
export function scopeViolations(
  before: string,
  answer: string,
  { keep, maxChangedLines }: Scope,
  dialect: Dialect,
): string[] {
  const [old, now] = [declarations(before, dialect), declarations(answer, dialect)];
  const violations = keep
    .filter((name) => old.get(name) !== now.get(name))
    .map((name) => `${name} ${now.has(name) ? "was changed" : "was removed"}`);
  const changed = changedLines(lineChanges(before, answer));
  if (changed > maxChangedLines)
    violations.push(`${changed} lines changed, at most ${maxChangedLines} allowed`);
  return violations;
}
