import type { Change } from "./change.ts";
import type { ScopeConcern } from "./concern.ts";

/** Minimum share of common words for one comment to be a version of another. */
const LIKE = 0.5;

/** Returns the comments whose text changed although the instruction does not mention comments. */
export function changedComments({ old, now, request }: Change): ScopeConcern[] {
  if (request.mentionsComments || request.asksForFix) return [];
  const before = commentsOf(old);
  const after = commentsOf(now);
  const gone = [...before.keys()].filter((comment) => !after.has(comment));
  const concerns: ScopeConcern[] = [];
  for (const [comment, line] of after) {
    if (before.has(comment) || wordsOf(comment).some((word) => request.mentions(word))) continue;
    if (!gone.some((other) => areSimilar(other, comment))) continue;
    concerns.push({
      kind: "text",
      line: line + 1,
      message: `the comment "${shorten(comment)}" was changed`,
    });
  }
  return concerns;
}

/** Returns the comments without their delimiters and layout, each with its line. */
function commentsOf(leaves: Change["old"]): Map<string, number> {
  const found = new Map<string, number>();
  for (const { kind, text, line } of leaves)
    if (kind === "comment") found.set(text.replace(/[\s*/]+/g, " ").trim(), line);
  return found;
}

function areSimilar(one: string, other: string): boolean {
  const words = new Set(wordsOf(one));
  const others = wordsOf(other);
  return others.filter((word) => words.has(word)).length >= LIKE * Math.max(words.size, others.length);
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}_$]{2,}/gu) ?? [];
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
