import { ANY_CHARACTER, CharSet } from "../grammar/index.ts";

type Range = readonly [first: number, last: number];

/**
 * Partitions all characters into the fewest classes whose characters belong to exactly the same ones of the given
 * sets. `spend` counts the work, and may throw.
 */
export function characterClasses(sets: readonly CharSet[], spend: (steps: number) => void): CharSet[] {
  const all = [ANY_CHARACTER, ...sets];
  const starts = new Set(all.flatMap(({ ranges }) => ranges.flatMap(([first, last]) => [first, last + 1])));
  const sorted = [...starts].sort((a, b) => a - b);
  const places = new Map(sorted.map((start, at) => [start, at]));
  const within: number[][] = sorted.map(() => []);
  for (const [index, { ranges }] of all.entries()) {
    for (const [first, last] of ranges) {
      const [from = 0, to = 0] = [places.get(first), places.get(last + 1)];
      spend(to - from);
      for (let at = from; at < to; at++) within[at]?.push(index);
    }
  }
  const classes = new Map<string, Range[]>();
  for (const [at, indices] of within.entries()) {
    const [first, next] = [sorted[at], sorted[at + 1]];
    if (indices.length === 0 || first === undefined || next === undefined) continue;
    const key = indices.join();
    const known = classes.get(key);
    if (known) known.push([first, next - 1]);
    else classes.set(key, [[first, next - 1]]);
  }
  return [...classes.values()].map((ranges) => CharSet.of(...ranges));
}
