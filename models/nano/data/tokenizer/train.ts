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
  const heap = new Heap();
  for (const [pair, count] of pairCounts) heap.push({ pair, count });
  while (tokens.length < size) {
    const top = heap.pop();
    if (top === undefined) break;
    const { pair: best, count: believed } = top;
    const count = pairCounts.get(best) ?? 0;
    // Counts only fall after a pair is put into the heap; it goes back with what it has now.
    if (count < believed) {
      if (count >= RAREST) heap.push({ pair: best, count });
      continue;
    }
    const left = tokens[Math.floor(best / BASE)] as string;
    const right = tokens[best % BASE] as string;
    if (joinsSpaceAndLetter(left, right)) continue;
    const id = tokens.length;
    tokens.push(left + right);
    merges.push([left, right]);
    const fresh = new Set<number>();
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
      for (let i = 0; i + 1 < merged.length; i++) {
        const [first, second] = [merged[i] as number, merged[i + 1] as number];
        add(first, second, count, word);
        if (first === id || second === id) fresh.add(first * BASE + second);
      }
    }
    for (const pair of fresh) heap.push({ pair, count: pairCounts.get(pair) ?? 0 });
    pairCounts.delete(best);
    pairWords.delete(best);
  }
  return { tokens, merges };
}

interface Counted {
  readonly pair: number;
  readonly count: number;
}

/** A binary heap: the most frequent pair first, of equals the one with the lower number. */
class Heap {
  readonly #items: Counted[] = [];

  push(item: Counted): void {
    let at = this.#items.push(item) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!isBefore(item, this.#items[parent] as Counted)) break;
      this.#items[at] = this.#items[parent] as Counted;
      at = parent;
    }
    this.#items[at] = item;
  }

  pop(): Counted | undefined {
    const top = this.#items[0];
    const last = this.#items.pop();
    if (top === undefined || last === undefined || this.#items.length === 0) return top;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= this.#items.length) break;
      const right = this.#items[child + 1];
      if (right && isBefore(right, this.#items[child] as Counted)) child++;
      if (!isBefore(this.#items[child] as Counted, last)) break;
      this.#items[at] = this.#items[child] as Counted;
      at = child;
    }
    this.#items[at] = last;
    return top;
  }
}

function isBefore(a: Counted, b: Counted): boolean {
  return a.count > b.count || (a.count === b.count && a.pair < b.pair);
}

const SPACE = BYTE_CHARACTERS[32] as string;

function joinsSpaceAndLetter(left: string, right: string): boolean {
  // The characters of bytes beyond ASCII count as letters: most are parts of one.
  return left.endsWith(SPACE) && /^[A-Za-z\u00a1-\u0143]/.test(right) && !right.startsWith(SPACE);
}
