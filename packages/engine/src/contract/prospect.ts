/**
 * How likely a conversation is to continue, as far as its owner knows. `unlikely`: nothing can refer to it any more,
 * such as a one-shot that is not stored. `likely`: it has continued before, or is a warm-up. `open`: any other.
 */
export type Prospect = "unlikely" | "open" | "likely";

const RANK: Readonly<Record<Prospect, number>> = { unlikely: 0, open: 1, likely: 2 };

export function isLikelier(one: Prospect, other: Prospect): boolean {
  return RANK[one] > RANK[other];
}

/**
 * Selects which of `idle`, ordered from the least recently used, to evict; `room` is the total capacity. Returns null if
 * `idle` is empty. Half of the capacity is reserved for the latest `likely` ones, then for `open` ones, so that a series
 * of one-shots does not evict a conversation. The other half is purely least recently used, so that new ones always
 * find room.
 */
export function firstToGo<T extends { readonly prospect: Prospect }>(
  idle: readonly T[],
  room: number,
): T | null {
  const byWorth = idle
    .map((it, age) => ({ it, age }))
    .toSorted((a, b) => RANK[b.it.prospect] - RANK[a.it.prospect] || b.age - a.age);
  const kept = byWorth.slice(0, Math.floor(room / 2)).filter(({ it }) => it.prospect !== "unlikely");
  const isKept = new Set(kept.map(({ it }) => it));
  return idle.find((it) => !isKept.has(it)) ?? byWorth.at(-1)?.it ?? null;
}
