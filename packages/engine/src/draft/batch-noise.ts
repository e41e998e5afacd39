/** Until it has been measured: more than models of 16-bit weights were seen to differ by. */
const UNKNOWN_MARGIN = 0.05;
/** Times the largest difference that was measured: few tokens are measured, and differences add up over an answer. */
const SAFETY = 4;

/**
 * How far a model's numbers for a token that was evaluated in a batch lie from those of the same token by itself. Some
 * kernels give the very same, others sum up in another order. Then two tokens that are all but equally likely can change
 * places, and a draft would change the answer: such tokens are left to a step of their own.
 */
export class BatchNoise {
  readonly #differences = new Map<number, number>();

  /** What has been measured: by the size of a batch's draft, the largest difference of the two best logits' distance. */
  get table(): readonly (readonly [drafted: number, difference: number])[] {
    return [...this.#differences];
  }

  learn(table: readonly (readonly [drafted: number, difference: number])[]): void {
    for (const [drafted, difference] of table) this.#differences.set(drafted, difference);
  }

  /**
   * How far the best logit must be above the next one for a draft's row to be believed. 0 where a batch gives the very
   * numbers that single tokens give. Of sizes in between, the larger one's; beyond all of them, the largest of all.
   */
  margin(drafted: number): number {
    if (drafted === 0) return 0;
    let found: number | undefined;
    let at = Number.POSITIVE_INFINITY;
    let largest: number | undefined;
    for (const [size, difference] of this.#differences) {
      largest = Math.max(largest ?? 0, difference);
      if (size < drafted || size >= at) continue;
      at = size;
      found = difference;
    }
    found ??= largest;
    return found === undefined ? UNKNOWN_MARGIN : SAFETY * found;
  }
}
