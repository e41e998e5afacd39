/**
 * Sizes that drafts are tried at. The largest makes a batch of 63 with the token before it: at 64, llama.cpp's flash
 * attention on a CPU takes another kernel, whose numbers are others than a single token's.
 */
export const DRAFT_SIZES = [0, 3, 7, 15, 31, 62] as const;

/** What a batch of 1 + size tokens costs, in units of one token's: a first guess, corrected by what is measured. */
const GUESSED_COST: Readonly<Record<number, number>> = { 0: 1, 3: 1.6, 7: 2.2, 15: 4, 31: 8, 62: 15 };

/** Weights of a measurement below and above what is known: a machine that is busy makes steps slower, never faster. */
const FASTER = 0.5;
const SLOWER = 0.1;
/** A step that took more than this many times as long as usual counts as one that took so long. */
const LONGEST = 4;

/** Milliseconds of a batch by the size of its draft. */
export type CostTable = readonly (readonly [size: number, milliseconds: number])[];

/** What batches of each size cost a model, learned from its steps. Shared by all threads of the model. */
export class BatchCosts {
  readonly #milliseconds = new Map<number, number>();

  /** Costs as they are guessed, in units of one token's. */
  static guessed(): BatchCosts {
    return BatchCosts.from([[0, 1]]);
  }

  static from(table: CostTable): BatchCosts {
    const costs = new BatchCosts();
    costs.learn(table);
    return costs;
  }

  /** Whether the cost of one token has been measured, which everything else is held against. */
  get known(): boolean {
    return this.#milliseconds.has(0);
  }

  /** What has been measured. */
  get table(): CostTable {
    return [...this.#milliseconds];
  }

  /** Takes costs that were measured before. */
  learn(table: CostTable): void {
    for (const [size, milliseconds] of table) if (isSize(size)) this.#milliseconds.set(size, milliseconds);
  }

  /** Takes the time that a batch of one token and `drafted` more took. Only the sizes that are tried are kept. */
  measured(drafted: number, milliseconds: number): void {
    if (!isSize(drafted)) return;
    const known = this.#milliseconds.get(drafted);
    const usual = this.known ? LONGEST * this.of(drafted) : milliseconds;
    const believed = Math.min(milliseconds, usual);
    this.#milliseconds.set(drafted, known === undefined ? believed : blend(known, believed));
  }

  /** Milliseconds for a batch of one token and `drafted` more. */
  of(drafted: number): number {
    const known = this.#milliseconds.get(drafted);
    if (known !== undefined) return known;
    const one = this.#milliseconds.get(0) ?? 1;
    if (isSize(drafted)) return one * (GUESSED_COST[drafted] ?? drafted);
    // Between two sizes, and past the last one, the cost grows with the tokens from the smaller one on.
    let smaller = 0;
    for (const size of DRAFT_SIZES) if (size < drafted) smaller = size;
    const cost = this.of(smaller);
    return smaller === 0
      ? Math.min(one * (1 + drafted), this.of(DRAFT_SIZES[1]))
      : (cost * (1 + drafted)) / (1 + smaller);
  }
}

function isSize(drafted: number): boolean {
  return (DRAFT_SIZES as readonly number[]).includes(drafted);
}

function blend(known: number, milliseconds: number): number {
  const weight = milliseconds < known ? FASTER : SLOWER;
  return known + weight * (milliseconds - known);
}
