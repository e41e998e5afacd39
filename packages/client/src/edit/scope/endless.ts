import type { Change } from "./change.ts";
import type { ScopeConcern } from "./concern.ts";

/** A line that consists of `while` and its condition; captures the indentation and the condition. */
const WHILE = /^(\s*)while \(([^;]*)\) \{\s*$/;
/** What makes a condition depend on more than the loop's code: calls, assignments, members other than `length`. */
const REACHES_OUT = /\(|\bawait\b|[^=!<>]=[^=]|\+\+|--|\.(?!length\b)/;
const LEAVES = /\b(break|return|throw|yield)\b/;
const KEYWORDS = /^(true|false|null|undefined|typeof|instanceof|length)$/;

/** Returns the new loops in which nothing changes what the condition reads. */
export function endlessLoops({ before, after, hunks }: Change): ScopeConcern[] {
  const lines = after.split(/\r?\n/);
  const old = new Set(before.split(/\r?\n/).map((line) => line.trim()));
  const concerns: ScopeConcern[] = [];
  for (const { newStart, newLines } of hunks)
    for (const [index, line] of newLines.entries()) {
      const [, indent = "", condition = ""] = WHILE.exec(line) ?? [];
      if (condition === "" || REACHES_OUT.test(condition) || old.has(line.trim())) continue;
      const start = newStart + index;
      const length = lines.slice(start).findIndex((one) => one.startsWith(`${indent}}`));
      const body = lines.slice(start, start + length).join("\n");
      const names = (condition.match(/[A-Za-z_$][\w$]*/g) ?? []).filter((name) => !KEYWORDS.test(name));
      if (length < 0 || LEAVES.test(body) || names.length === 0) continue;
      if (names.some((name) => changes(body, name))) continue;
      const message = "nothing in this loop changes what its condition reads: it may never end";
      concerns.push({ kind: "endless", line: start, message });
    }
  return concerns;
}

/** Returns whether the name is assigned, counted up or down, or one of its members is used. */
function changes(body: string, name: string): boolean {
  const own = `(?<![\\w$.])${name.replace(/\$/g, "\\$")}(?![\\w$])`;
  return [
    `${own}\\s*(?:[-+*/%&|^?]|\\*\\*|<<|>>>?|&&|\\|\\||\\?\\?)?=(?!=)`,
    `${own}\\s*(?:\\+\\+|--)`,
    `(?:\\+\\+|--)\\s*${own}`,
    `(?:^|[\n;(])\\s*[\\[{][^\\[\\]{};]*${own}[^\\[\\]{};]*[\\]}]\\s*=(?!=)`,
    `${own}\\s*(?:\\?\\.|\\.)\\s*(?!length\\b)[\\w$]+`,
  ].some((pattern) => new RegExp(pattern).test(body));
}
