/**
 * Draft sizes that are tried. With the token before it, the largest makes a batch of 63: at 64, llama.cpp's flash
 * attention on CPUs switches to another kernel, whose results differ from a single token's.
 */
export const DRAFT_SIZES = [0, 3, 7, 15, 31, 62] as const;

/** Cost of a batch of 1 + size tokens, in units of one token's cost: a first guess, until measured. */
const GUESSED_COST: Readonly<Record<number, number>> = { 0: 1, 3: 1.6, 7: 2.2, 15: 4, 31: 8, 62: 15 };

/** Weights of measurements below and above the known cost: a busy machine makes steps slower, never faster. */
const FASTER = 0.5;
const SLOWER = 0.1;
/** Outliers are clamped to this multiple of the known cost. */
const LONGEST = 4;

/** Milliseconds of a batch by draft size. */
export type CostTable = readonly (readonly [size: number, milliseconds: number])[];

/** A model's cost of batches by size, learned from its steps. Shared by all threads of the model. */
export class BatchCosts {
  readonly #milliseconds = new Map<number, number>();

  /** Returns the guessed costs, in units of one token's. */
  static guessed(): BatchCosts {
    return BatchCosts.from([[0, 1]]);
  }

  static from(table: CostTable): BatchCosts {
    const costs = new BatchCosts();
    costs.learn(table);
    return costs;
  }

  /** Whether the cost of one token, the reference for all others, has been measured. */
  get known(): boolean {
    return this.#milliseconds.has(0);
  }

  /** The measured costs. */
  get table(): CostTable {
    return [...this.#milliseconds];
  }

  /** Loads costs measured earlier. */
  learn(table: CostTable): void {
    for (const [size, milliseconds] of table) if (isSize(size)) this.#milliseconds.set(size, milliseconds);
  }

  /** Records the duration of a batch of 1 + `drafted` tokens. Only the sizes that are tried are kept. */
  record(drafted: number, milliseconds: number): void {
    if (!isSize(drafted)) return;
    const known = this.#milliseconds.get(drafted);
    const usual = this.known ? LONGEST * this.of(drafted) : milliseconds;
    const believed = Math.min(milliseconds, usual);
    this.#milliseconds.set(drafted, known === undefined ? believed : blend(known, believed));
  }

  /** Returns the milliseconds of a batch of 1 + `drafted` tokens. */
  of(drafted: number): number {
    const known = this.#milliseconds.get(drafted);
    if (known !== undefined) return known;
    const one = this.#milliseconds.get(0) ?? 1;
    if (isSize(drafted)) return one * (GUESSED_COST[drafted] ?? drafted);
    // Between sizes, and above the last, scale the smaller size's cost by the number of tokens.
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
