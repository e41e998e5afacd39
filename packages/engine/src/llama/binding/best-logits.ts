// The best logits are given as pairs of token and logit, the best first.

/**
 * If the best few tokens together weigh less than this multiple of the best one, the rest of the vocabulary is
 * negligible. Summing it would take three times as long as choosing a token.
 */
export const CERTAIN_WEIGHT = 1.002;

/** Whether the best logit exceeds the second one by more than `margin`. */
export function isDecided(
  [, best = Number.NaN, , next = Number.NEGATIVE_INFINITY]: readonly number[],
  margin: number,
): boolean {
  return best - next > margin;
}

/** Returns the total weight of these tokens, relative to the first. */
export function weightOf(logits: readonly number[]): number {
  const highest = logits[1] ?? 0;
  let weight = 0;
  for (let index = 1; index < logits.length; index += 2) weight += Math.exp((logits[index] ?? 0) - highest);
  return weight;
}
