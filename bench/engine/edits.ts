/** How much an answer differs from the code that it is drafted from. */
export const CHANGES = ["unchanged", "small", "scattered", "heavy", "unrelated"] as const;
export type Change = (typeof CHANGES)[number];

/** Fraction of an answer's words at which a change starts. */
const SHARES: Readonly<Record<Change, number>> = {
  unchanged: 0,
  small: 0,
  scattered: 0.03,
  heavy: 0.1,
  unrelated: 0,
};
const SMALL_CHANGES = 2;
const NEW_WORDS = [" before", " after", " value", " entry", " resolved", " missing"];

/**
 * Returns the code from which an edit would have produced `answer`: runs of words are replaced, inserted or left out,
 * up to six words long for a heavy edit and up to two otherwise.
 */
export function codeBefore(answer: string, change: Change, seed: number): string {
  const random = numbers(seed);
  const words = answer.split(/(?=\s)/);
  if (change === "unrelated") return shuffled(words, random).join("");
  const places = new Set<number>();
  const count = change === "small" ? SMALL_CHANGES : Math.round(SHARES[change] * words.length);
  while (places.size < Math.min(count, words.length)) places.add(Math.floor(random() * words.length));
  const code: string[] = [];
  for (let index = 0; index < words.length; index++) {
    if (!places.has(index)) {
      code.push(words[index] ?? "");
      continue;
    }
    const length = 1 + Math.floor(random() * (change === "heavy" ? 6 : 2));
    const kind = random();
    // Half of the runs are replaced, a quarter is inserted by the edit, and a quarter is removed by it.
    if (kind < 0.75) index += length - 1;
    else code.push(words[index] ?? "");
    if (kind < 0.5 || kind >= 0.75) {
      for (let word = 0; word < length; word++)
        code.push(NEW_WORDS[Math.floor(random() * NEW_WORDS.length)] ?? "");
    }
  }
  return code.join("");
}

function shuffled(words: readonly string[], random: () => number): string[] {
  const result = [...words];
  for (let index = result.length - 1; index > 0; index--) {
    const other = Math.floor(random() * (index + 1));
    [result[index], result[other]] = [result[other] ?? "", result[index] ?? ""];
  }
  return result;
}

/** Creates a seeded generator of numbers from 0 up to 1. */
function numbers(seed: number): () => number {
  let state = (seed * 0x9e3779b9) | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
