/**
 * What is wrong with how a conversation grew, by the tokens that each of its turns read; null: nothing. Every turn says
 * and hears the same, so each reads as much more than the one before as any other.
 */
export function growthFault(tokens: readonly number[]): string | null {
  const steps = tokens.slice(1).map((count, at) => count - (tokens[at] ?? 0));
  if (new Set(steps).size <= 1 && steps.every((step) => step > 0)) return null;
  return `a conversation did not grow by one turn at a time: it read ${tokens} tokens`;
}
