import { FAMILIES, isComposed } from "../families/index.ts";
import type { Kind, Teacher, TeacherOptions, Triple } from "../triples/index.ts";

const MOST_MISSES = 10_000;

/** For pairs of edits that are never trained on: nothing else is made on the way, as families of made-up code have none. */
export const UNSEEN_PAIRS: Partial<TeacherOptions> = {
  combinations: "unseen",
  twoShare: 1,
  families: FAMILIES.filter((one) => !isComposed(one)),
};

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
