/** Sizes that drafts are tried at: short ones, and the one that makes a batch of 64 with the token before it. */
const SIZES = [0, 3, 7, 15, 31, 63] as const;

/** What a batch of 1 + size tokens costs, in units of one token's: a first guess, corrected by what is measured. */
const GUESSED_COST: Readonly<Record<number, number>> = { 0: 1, 3: 2.2, 7: 3.5, 15: 6, 31: 11, 63: 14 };

/** Weights of a measurement below and above what is known: a machine that is busy makes steps slower, never faster. */
const FASTER = 0.5;
const SLOWER = 0.1;
/** A step that took more than this many times as long as usual counts as one that took so long. */
const LONGEST = 4;

/** A draft must promise to be this many times as fast as plain decoding: promises are measured on a busy machine. */
const MARGIN = 1.15;

/** What is believed of a draft before its first verification: tokens accepted, and refusals. */
const ACCEPTED_BEFORE = 20;
const REFUSED_BEFORE = 1.5;
/** How much of what was seen before still counts after each further token. */
const MEMORY = 0.995;

/** Even a draft that has never failed may end. */
const MAX_ACCEPTANCE = 0.995;

/**
 * What batches of each size cost a model, learned from its steps. Shared by all threads of the model.
 */
export class BatchCosts {
  readonly #milliseconds = new Map<number, number>();

  /** Costs as they are guessed, in units of one token's. */
  static guessed(): BatchCosts {
    const costs = new BatchCosts();
    costs.measured(0, 1);
    return costs;
  }

  /** Whether the cost of one token has been measured, which everything else is held against. */
  get known(): boolean {
    return this.#milliseconds.has(0);
  }

  /** Takes the time that a batch of one token and `drafted` more took. */
  measured(drafted: number, milliseconds: number): void {
    const size = sizeFor(drafted);
    const known = this.#milliseconds.get(size);
    const usual = this.known ? LONGEST * this.of(size) : milliseconds;
    const believed = Math.min(milliseconds, usual);
    this.#milliseconds.set(size, known === undefined ? believed : blend(known, believed));
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
  #accepted = ACCEPTED_BEFORE;
  #refused = REFUSED_BEFORE;

  constructor(costs: BatchCosts, max: number) {
    this.#costs = costs;
    this.#max = max;
  }

  /** The size that gives the most tokens per millisecond; 0 where plain decoding does. */
  next(): number {
    if (!this.#costs.known) return 0;
    const acceptance = Math.min(MAX_ACCEPTANCE, this.#accepted / (this.#accepted + this.#refused));
    let best = 0;
    let bestRate = MARGIN / this.#costs.of(0);
    for (const size of SIZES) {
      if (size === 0) continue;
      if (size > this.#max) break;
      const rate = expectedTokens(size, acceptance) / this.#costs.of(size);
      if (rate <= bestRate) continue;
      best = size;
      bestRate = rate;
    }
    return best;
  }

  /** Takes how a draft went. The tokens after a refusal say nothing about the draft. */
  verified(drafted: number, accepted: number): void {
    const kept = MEMORY ** Math.min(drafted, accepted + 1);
    this.#accepted = this.#accepted * kept + accepted;
    this.#refused = this.#refused * kept + (accepted < drafted ? 1 : 0);
  }
}

function blend(known: number, milliseconds: number): number {
  const weight = milliseconds < known ? FASTER : SLOWER;
  return known + weight * (milliseconds - known);
}

/** Tokens that a step gives: those accepted up to the first refusal, and the model's own. */
function expectedTokens(size: number, acceptance: number): number {
  return (1 - acceptance ** (size + 1)) / (1 - acceptance);
}

function sizeFor(drafted: number): number {
  return SIZES.find((size) => size >= drafted) ?? drafted;
}
