import type { Kind, Teacher, Triple } from "../triples/index.ts";

const MOST_MISSES = 10_000;

export function isInScope(kind: Kind): boolean {
  return kind !== "out of scope";
}

/**
 * The first `count` triples that are wanted. Fewer where the snippets give no more: none came in so many that followed
 * one another.
 */
export function take(
  teacher: Teacher,
  count: number,
  wanted: (kind: Kind) => boolean,
  isNew: (triple: Triple) => unknown = () => true,
): Triple[] {
  const found: Triple[] = [];
  let misses = 0;
  for (const triple of teacher.triples()) {
    if (!wanted(triple.kind) || !isNew(triple)) {
      if (++misses === MOST_MISSES) break;
      continue;
    }
    misses = 0;
    found.push(triple);
    if (found.length === count) break;
  }
  return found;
}
