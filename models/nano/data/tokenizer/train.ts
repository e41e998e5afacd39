import { type Pair, PairCounts, type Word } from "./pair-counts.ts";
import { BYTE_CHARACTERS, cutIntoPieces, toByteCharacters } from "./pieces.ts";
import { SPECIAL_TOKENS, type TokenizerFile } from "./tokenizer.ts";

/** Minimum number of occurrences of a piece, and of a pair within pieces. */
const MINIMUM_COUNT = 2;

/**
 * Learns byte-pair merges from `texts` until there are `size` tokens, or no pair occurs twice. A space is never merged
 * with a letter: `foo` and ` foo` then share the word's token, and a renaming has to learn only one word.
 */
export function trainTokenizer(texts: Iterable<string>, size: number): TokenizerFile {
  const tokens: string[] = [...SPECIAL_TOKENS, ...BYTE_CHARACTERS];
  const merges: [string, string][] = [];
  const pairs = new PairCounts(wordsOf(texts, tokens), MINIMUM_COUNT);
  while (tokens.length < size) {
    const pair = pairs.takeMostFrequent();
    if (pair === null) break;
    const [left, right] = textsOf(pair, tokens);
    if (joinsSpaceAndLetter(left, right)) continue;
    pairs.merge(pair, tokens.length);
    tokens.push(left + right);
    merges.push([left, right]);
  }
  return { tokens, merges };
}

/** Returns the distinct pieces of the texts that occur often enough, as tokens of single bytes. */
function wordsOf(texts: Iterable<string>, tokens: readonly string[]): Word[] {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const piece of cutIntoPieces(text)) counts.set(piece, (counts.get(piece) ?? 0) + 1);
  const idOf = new Map(tokens.map((token, id) => [token, id]));
  return [...counts]
    .filter(([, count]) => count >= MINIMUM_COUNT)
    .map(([piece, count]) => ({
      count,
      ids: toByteCharacters(piece).map((character) => idOf.get(character) as number),
    }));
}

function textsOf({ left, right }: Pair, tokens: readonly string[]): [string, string] {
  return [tokens[left] as string, tokens[right] as string];
}

const SPACE = BYTE_CHARACTERS[32] as string;

function joinsSpaceAndLetter(left: string, right: string): boolean {
  // The characters of bytes beyond ASCII count as letters, because most are parts of one.
  return left.endsWith(SPACE) && /^[A-Za-z\u00a1-\u0143]/.test(right) && !right.startsWith(SPACE);
}
