/** Sizes that drafts are tried at: short ones, and the one that makes a batch of 64 with the token before it. */
const SIZES = [0, 3, 7, 15, 31, 63] as const;

/** What a batch of 1 + size tokens costs, in units of one token's: a first guess, corrected by what is measured. */
const GUESSED_COST: Readonly<Record<number, number>> = { 0: 1, 3: 2.2, 7: 3.5, 15: 6, 31: 11, 63: 14 };

/** Weight of a new measurement. */
const NEW = 0.25;

/** An answer that comes with a draft is expected to follow it. */
const FIRST_ACCEPTANCE = 0.95;
const MIN_ACCEPTANCE = 0.05;
const MAX_ACCEPTANCE = 0.995;

/**
 * What batches of each size cost a model, learned from its steps. Shared by all threads of the model.
 */
export class BatchCosts {
  readonly #milliseconds = new Map<number, number>();

  /** Takes the time that a batch of one token and `drafted` more took. */
  measured(drafted: number, milliseconds: number): void {
    const size = sizeFor(drafted);
    const known = this.#milliseconds.get(size);
    this.#milliseconds.set(size, known === undefined ? milliseconds : known + NEW * (milliseconds - known));
  }

  /** Milliseconds for a batch of one token and `size` more. */
  of(size: number): number {
    const known = this.#milliseconds.get(size);
    if (known !== undefined) return known;
    const one = this.#milliseconds.get(0) ?? 1;
    return one * (GUESSED_COST[size] ?? size);
  }
}

/** How many tokens to draft next, from how many were accepted lately. One for each answer. */
export class DraftPace {
  readonly #costs: BatchCosts;
  readonly #max: number;
  #acceptance = FIRST_ACCEPTANCE;

  constructor(costs: BatchCosts, max: number) {
    this.#costs = costs;
    this.#max = max;
  }

  /** The size that gives the most tokens per millisecond; 0 where plain decoding does. */
  next(): number {
    let best = 0;
    let bestRate = 0;
    for (const size of SIZES) {
      if (size > this.#max) break;
      const rate = expectedTokens(size, this.#acceptance) / this.#costs.of(size);
      if (rate <= bestRate) continue;
      best = size;
      bestRate = rate;
    }
    return best;
  }

  /** Takes how a draft went. The tokens after a refusal say nothing about the draft. */
  verified(drafted: number, accepted: number): void {
    const tried = Math.min(drafted, accepted + 1);
    const weight = 1 - 0.9 ** tried;
    this.#acceptance += weight * (accepted / tried - this.#acceptance);
    this.#acceptance = Math.min(MAX_ACCEPTANCE, Math.max(MIN_ACCEPTANCE, this.#acceptance));
  }
}

/** Tokens that a step gives: those accepted up to the first refusal, and the model's own. */
function expectedTokens(size: number, acceptance: number): number {
  return (1 - acceptance ** (size + 1)) / (1 - acceptance);
}

function sizeFor(drafted: number): number {
  return SIZES.find((size) => size >= drafted) ?? drafted;
}
