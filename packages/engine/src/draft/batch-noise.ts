/** Margin until measured: more than the differences seen with 16-bit weights. */
const UNKNOWN_MARGIN = 0.05;
/** Safety factor on the largest measured difference: few tokens are measured, and differences add up over an answer. */
const SAFETY = 4;

/**
 * How much a model's logits for a token evaluated in a batch differ from those of the token alone. Some kernels give
 * identical results, others sum in another order. Two almost equally likely tokens could then swap, and a draft would
 * change the answer, so such tokens are decided in a step of their own.
 */
export class BatchNoise {
  readonly #differences = new Map<number, number>();

  /** The measured values: the largest difference, by draft size, of the gap between the two best logits. */
  get table(): readonly (readonly [drafted: number, difference: number])[] {
    return [...this.#differences];
  }

  learn(table: readonly (readonly [drafted: number, difference: number])[]): void {
    for (const [drafted, difference] of table) this.#differences.set(drafted, difference);
  }

  /**
   * Returns the minimum gap between the two best logits for a draft's row to be trusted; 0 if batches are exact. Between
   * measured sizes, uses the larger one; above all, the largest margin.
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
