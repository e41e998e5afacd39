/**
 * How likely a conversation is to go on, as far as its owner can tell. `unlikely`: nobody can name it any more, as a
 * one-shot that is not stored. `likely`: it has gone on before, or is read ahead for what is to come. `open`: any other.
 */
export type Prospect = "unlikely" | "open" | "likely";

const RANK: Readonly<Record<Prospect, number>> = { unlikely: 0, open: 1, likely: 2 };

export function isLikelier(one: Prospect, other: Prospect): boolean {
  return RANK[one] > RANK[other];
}

/**
 * Which is to make room: of `idle`, the least recently used first, where there is room for `room` in all; null where none
 * is there. Half of the room is kept for those that are likely to go on, the latest of them, and then for those that may,
 * so that a row of one-shots takes nothing from a conversation. The other half goes by age alone: else what is new would
 * find no room as long as anything old is kept.
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
