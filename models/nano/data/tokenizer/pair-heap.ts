export interface CountedPair {
  readonly key: number;
  readonly count: number;
}

/** A binary heap with the most frequent pair first, and the lower key first among equals. */
export class PairHeap {
  readonly #items: CountedPair[] = [];

  push(item: CountedPair): void {
    let at = this.#items.push(item) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!isBefore(item, this.#items[parent] as CountedPair)) break;
      this.#items[at] = this.#items[parent] as CountedPair;
      at = parent;
    }
    this.#items[at] = item;
  }

  pop(): CountedPair | undefined {
    const top = this.#items[0];
    const last = this.#items.pop();
    if (top === undefined || last === undefined || this.#items.length === 0) return top;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= this.#items.length) break;
      const right = this.#items[child + 1];
      if (right && isBefore(right, this.#items[child] as CountedPair)) child++;
      if (!isBefore(this.#items[child] as CountedPair, last)) break;
      this.#items[at] = this.#items[child] as CountedPair;
      at = child;
    }
    this.#items[at] = last;
    return top;
  }
}

function isBefore(a: CountedPair, b: CountedPair): boolean {
  return a.count > b.count || (a.count === b.count && a.key < b.key);
}
