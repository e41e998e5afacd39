import { BYTE_CHARACTERS, cutIntoPieces, toByteCharacters } from "./pieces.ts";
import { SPECIAL_TOKENS, type TokenizerFile } from "./tokenizer.ts";

const RAREST = 2;
const BASE = 1 << 16;

/**
 * Byte-pair merges of what `texts` hold. A space is never merged with a letter, so that `foo` and ` foo` share the token
 * of the word and a renaming has to learn one word, not two.
 */
export function trainTokenizer(texts: Iterable<string>, size: number): TokenizerFile {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const piece of cutIntoPieces(text)) counts.set(piece, (counts.get(piece) ?? 0) + 1);

  const tokens = [...SPECIAL_TOKENS, ...BYTE_CHARACTERS];
  const idOf = new Map(tokens.map((token, id) => [token, id]));
  const words = [...counts]
    .filter(([, count]) => count >= RAREST)
    .map(([piece, count]) => ({ count, ids: toByteCharacters(piece).map((one) => idOf.get(one) as number) }));

  const pairCounts = new Map<number, number>();
  const pairWords = new Map<number, Set<number>>();
  const add = (left: number, right: number, count: number, word: number): void => {
    const pair = left * BASE + right;
    pairCounts.set(pair, (pairCounts.get(pair) ?? 0) + count);
    const holders = pairWords.get(pair);
    if (holders) holders.add(word);
    else pairWords.set(pair, new Set([word]));
  };
  for (const [word, { ids, count }] of words.entries())
    for (let i = 0; i + 1 < ids.length; i++) add(ids[i] as number, ids[i + 1] as number, count, word);

  const merges: [string, string][] = [];
  const forbidden = new Set<number>();
  while (tokens.length < size) {
    let best = -1;
    let most = RAREST - 1;
    for (const [pair, count] of pairCounts)
      if ((count > most || (count === most && pair < best)) && !forbidden.has(pair)) {
        best = pair;
        most = count;
      }
    if (best < 0) break;
    const left = tokens[Math.floor(best / BASE)] as string;
    const right = tokens[best % BASE] as string;
    if (joinsSpaceAndLetter(left, right)) {
      forbidden.add(best);
      continue;
    }
    const id = tokens.length;
    tokens.push(left + right);
    merges.push([left, right]);
    for (const word of pairWords.get(best) ?? []) {
      const { ids, count } = words[word] as { ids: number[]; count: number };
      for (let i = 0; i + 1 < ids.length; i++) {
        const pair = (ids[i] as number) * BASE + (ids[i + 1] as number);
        pairCounts.set(pair, (pairCounts.get(pair) ?? 0) - count);
      }
      const merged: number[] = [];
      for (let i = 0; i < ids.length; i++) {
        if (i + 1 < ids.length && (ids[i] as number) * BASE + (ids[i + 1] as number) === best) {
          merged.push(id);
          i++;
        } else merged.push(ids[i] as number);
      }
      (words[word] as { ids: number[] }).ids = merged;
      for (let i = 0; i + 1 < merged.length; i++) add(merged[i] as number, merged[i + 1] as number, count, word);
    }
    pairCounts.delete(best);
    pairWords.delete(best);
  }
  return { tokens, merges };
}

const SPACE = BYTE_CHARACTERS[32] as string;

function joinsSpaceAndLetter(left: string, right: string): boolean {
  // The characters of bytes beyond ASCII count as letters: most are parts of one.
  return left.endsWith(SPACE) && /^[A-Za-z\u00a1-\u0143]/.test(right) && !right.startsWith(SPACE);
}
