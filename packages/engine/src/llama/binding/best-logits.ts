// Logits of the best few tokens, as pairs of token and logit, the best first.

/**
 * Weight of the best few tokens, in parts of the best one's, below which the rest of the vocabulary weighs too little to be
 * added up, which takes three times as long as to choose a token.
 */
export const SURE = 1.002;

/** Whether the best of two logits, as pairs of token and logit, is more than `margin` above the other. */
export function isDecided(
  [, best = Number.NaN, , next = Number.NEGATIVE_INFINITY]: readonly number[],
  margin: number,
): boolean {
  return best - next > margin;
}

/** What these tokens weigh, the first of them being 1. */
export function weightOf(logits: readonly number[]): number {
  const highest = logits[1] ?? 0;
  let weight = 0;
  for (let index = 1; index < logits.length; index += 2) weight += Math.exp((logits[index] ?? 0) - highest);
  return weight;
}
