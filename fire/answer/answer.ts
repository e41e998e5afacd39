/** Returns `w0 w1 w2 …`: each word is one token and contains its position. */
export function words(count: number): string {
  return Array.from({ length: count }, (_, place) => `w${place}`).join(" ");
}

export interface Difference {
  /** Tokens that were sent but did not arrive. */
  readonly lost: number;
  /** Tokens that arrived more often than they were sent. */
  readonly doubled: number;
}

/** Counts lost and duplicated tokens. Texts that differ only in another way count as one lost token. */
export function difference(said: string, arrived: string): Difference {
  if (said === arrived) return { lost: 0, doubled: 0 };
  const left = new Map<string, number>();
  for (const token of tokensOf(said)) left.set(token, (left.get(token) ?? 0) + 1);
  for (const token of tokensOf(arrived)) left.set(token, (left.get(token) ?? 0) - 1);
  let lost = 0;
  let doubled = 0;
  for (const count of left.values()) {
    lost += Math.max(0, count);
    doubled += Math.max(0, -count);
  }
  return lost + doubled === 0 ? { lost: 1, doubled: 0 } : { lost, doubled };
}

function tokensOf(text: string): string[] {
  return text.match(/\S+/g) ?? [];
}
