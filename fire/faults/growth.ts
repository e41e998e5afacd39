/**
 * Returns what is wrong with how a conversation grew, given the input tokens of each turn; null if nothing is. All
 * turns have the same input and answer, so each must read the same number of tokens more than the one before.
 */
export function growthFault(tokens: readonly number[]): string | null {
  const steps = tokens.slice(1).map((count, at) => count - (tokens[at] ?? 0));
  if (new Set(steps).size <= 1 && steps.every((step) => step > 0)) return null;
  return `a conversation did not grow by one turn at a time: it read ${tokens} tokens`;
}
