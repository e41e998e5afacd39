import { FAMILIES, isComposed } from "../families/index.ts";
import type { Kind, Teacher, TeacherOptions, Triple } from "../triples/index.ts";

const MOST_MISSES = 10_000;

/**
 * Options that make only pairs of edits that are never trained on. Families of made-up code are left out: without
 * `besideShare` they have no second edits.
 */
export const UNSEEN_PAIRS: Partial<TeacherOptions> = {
  combinations: "unseen",
  twoShare: 1,
  families: FAMILIES.filter((one) => !isComposed(one)),
};

export function isInScope(kind: Kind): boolean {
  return kind !== "out of scope";
}

/**
 * Returns the first `count` triples that are wanted. Returns fewer if the snippets have no more: a long run of triples
 * had none.
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
