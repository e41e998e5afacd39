import { PairHeap } from "./pair-heap.ts";

/** A distinct piece of the texts: how often it occurs, and its tokens so far. */
export interface Word {
  readonly count: number;
  readonly ids: readonly number[];
}

/** Two adjacent tokens, by their ids. */
export interface Pair {
  readonly left: number;
  readonly right: number;
}

/** Greater than any token's id: a pair is stored as one number, `left * BASE + right`, for use as a map key. */
const BASE = 1 << 16;

function keyOf(left: number, right: number): number {
  return left * BASE + right;
}

/** Counts how often each pair of tokens occurs in the words, updated while pairs are merged. */
export class PairCounts {
  readonly #words: Word[];
  readonly #minimumCount: number;
  readonly #counts = new Map<number, number>();
  /** The indexes of the words that have a pair, or had it before a merge. */
  readonly #wordsByPair = new Map<number, Set<number>>();
  readonly #heap = new PairHeap();
  /** Pairs that were counted for the first time and are not in the heap yet. */
  #newPairs: number[] = [];

  /** Pairs that occur less than `rarest` times are ignored. */
  constructor(words: readonly Word[], rarest: number) {
    this.#words = [...words];
    this.#minimumCount = rarest;
    for (const index of this.#words.keys()) this.#count(index);
    this.#queueNewPairs();
  }

  /** Returns the most frequent pair that was not taken yet; null if none is left. */
  takeMostFrequent(): Pair | null {
    for (let top = this.#heap.pop(); top !== undefined; top = this.#heap.pop()) {
      const { key } = top;
      const count = this.#counts.get(key) ?? 0;
      if (count === top.count) return { left: Math.floor(key / BASE), right: key % BASE };
      // Counts only fall once a pair is in the heap, so it returns there with its current count.
      if (count >= this.#minimumCount) this.#heap.push({ key, count });
    }
    return null;
  }

  /** Replaces the pair by one token, `id`, in every word that has it. */
  merge(pair: Pair, id: number): void {
    const key = keyOf(pair.left, pair.right);
    for (const index of this.#wordsByPair.get(key) ?? []) {
      const { ids, count } = this.#uncount(index);
      this.#words[index] = { ids: withMerged(ids, pair, id), count };
      this.#count(index);
    }
    this.#counts.delete(key);
    this.#wordsByPair.delete(key);
    this.#queueNewPairs();
  }

  #count(index: number): void {
    const { ids, count } = this.#words[index] as Word;
    for (let i = 0; i + 1 < ids.length; i++) {
      const key = keyOf(ids[i] as number, ids[i + 1] as number);
      const before = this.#counts.get(key);
      if (before === undefined) this.#newPairs.push(key);
      this.#counts.set(key, (before ?? 0) + count);
      const holders = this.#wordsByPair.get(key);
      if (holders) holders.add(index);
      else this.#wordsByPair.set(key, new Set([index]));
    }
  }

  /** Subtracts the word from the counts. */
  #uncount(index: number): Word {
    const word = this.#words[index] as Word;
    const { ids, count } = word;
    for (let i = 0; i + 1 < ids.length; i++) {
      const key = keyOf(ids[i] as number, ids[i + 1] as number);
      this.#counts.set(key, (this.#counts.get(key) ?? 0) - count);
    }
    return word;
  }

  /** Called only after a whole merge is counted: the heap would not notice a count that rises later. */
  #queueNewPairs(): void {
    for (const key of this.#newPairs) this.#heap.push({ key, count: this.#counts.get(key) ?? 0 });
    this.#newPairs = [];
  }
}

function withMerged(ids: readonly number[], { left, right }: Pair, id: number): number[] {
  const merged: number[] = [];
  for (let i = 0; i < ids.length; i++) {
    const isPair = ids[i] === left && ids[i + 1] === right;
    merged.push(isPair ? id : (ids[i] as number));
    if (isPair) i++;
  }
  return merged;
}
