import { DRAFT_SIZES } from "./batch-costs.ts";
import type { DraftBudget } from "./draft-budget.ts";

/** Minimum estimated speedup over plain decoding, since estimates are measured on a busy machine. */
const MARGIN = 1.1;

/** Upper bound of an acceptance rate: even a draft that has never failed may. */
const MAX_SHARE = 0.995;

/** A rate learned from outcomes, with a prior, in which recent outcomes weigh more. */
class LearnedRate {
  readonly #memory: number;
  #yes: number;
  #no: number;

  constructor(yes: number, no: number, memory: number) {
    this.#yes = yes;
    this.#no = no;
    this.#memory = memory;
  }

  get value(): number {
    return Math.min(MAX_SHARE, this.#yes / (this.#yes + this.#no));
  }

  record(yes: number, no: number): void {
    const kept = this.#memory ** (yes + no);
    this.#yes = this.#yes * kept + yes;
    this.#no = this.#no * kept + no;
  }
}

/** Properties of a model's batches, by draft size. */
export interface DraftTerms {
  /** Whether the cost of a single token, the reference for all others, is known. */
  readonly known: boolean;
  /** Returns the milliseconds of a batch of 1 + `drafted` tokens, given what else is in the step. */
  cost(drafted: number): number;
  /** Tokens of other answers in the same step. */
  readonly beside: number;
  /** Whether some of a batch's tokens may be left undecided; see `BatchNoise`. */
  doubtful(drafted: number): boolean;
  /** The largest draft, in tokens. */
  readonly max: number;
  /** Whether to use only batches that leave nothing undecided. */
  readonly exact: boolean;
}

/**
 * Decides how many tokens to draft next, from recent acceptance and the cost of batches. The first token of a draft
 * depends on how certain the place is; the tokens after it have a separate acceptance rate.
 */
export class DraftPace {
  readonly #terms: DraftTerms;
  /** Acceptance of the first token, by certainty of its place: guessed from one token, from two, found, followed. */
  readonly #first = [
    new LearnedRate(1, 1, 0.97),
    new LearnedRate(2, 1, 0.97),
    new LearnedRate(4, 1, 0.97),
    new LearnedRate(12, 1, 0.98),
  ];
  /** Acceptance of a token after an accepted one. */
  readonly #rest = new LearnedRate(20, 1, 0.99);
  /** Rate at which tokens of a doubtful batch are left undecided. */
  readonly #doubt = new LearnedRate(0.5, 50, 0.99);

  readonly #budget: DraftBudget;

  /** `purse`: shared by all draft sources of the answer. */
  constructor(terms: DraftTerms, purse: DraftBudget) {
    this.#terms = terms;
    this.#budget = purse;
  }

  /** Returns the draft size, up to `available`, with the most expected tokens per millisecond; 0 for plain decoding. */
  next(agreement: number, available: number): number {
    const { known } = this.#terms;
    if (!known) return 0;
    const plain = this.#terms.cost(0);
    this.#budget.open(plain);
    const size = agreement === 0 ? 0 : this.#best(agreement, available);
    if (size === 0) this.#budget.grant(plain);
    return size;
  }

  #best(agreement: number, available: number): number {
    const { max, exact, beside } = this.#terms;
    const plain = this.#terms.cost(0);
    let best = 0;
    let bestRate = (MARGIN * (beside + 1)) / plain;
    for (const size of DRAFT_SIZES) {
      const drafted = Math.min(size, available, max);
      const doubtful = this.#terms.doubtful(drafted);
      if (drafted === 0 || (exact && doubtful)) continue;
      if (this.#terms.cost(drafted) - plain > this.#budget.milliseconds) break;
      const rate = (beside + this.#expectedTokens(agreement, drafted, doubtful)) / this.#terms.cost(drafted);
      if (rate > bestRate) {
        best = drafted;
        bestRate = rate;
      }
      if (drafted < size) break;
    }
    return best;
  }

  /** Returns the expected tokens of a step: the accepted ones up to the first rejection, plus the model's own. */
  #expectedTokens(agreement: number, drafted: number, doubtful: boolean): number {
    const decided = doubtful ? 1 - this.#doubt.value : 1;
    const first = this.#firstTokenRate(agreement).value * decided;
    const rest = this.#rest.value * decided;
    return 1 + (first * (1 - rest ** drafted)) / (1 - rest);
  }

  /** Records a draft's outcome. Tokens after a rejected or undecided one say nothing about the draft. */
  recordDraft(agreement: number, drafted: number, accepted: number, undecided: boolean): void {
    if (drafted === 0) return;
    this.#budget.add((accepted + 1) * this.#terms.cost(0) - this.#terms.cost(drafted));
    if (this.#terms.doubtful(drafted)) this.#doubt.record(undecided ? 1 : 0, accepted + (undecided ? 0 : 1));
    if (accepted > 0) this.#firstTokenRate(agreement).record(1, 0);
    else if (!undecided) this.#firstTokenRate(agreement).record(0, 1);
    if (accepted > 0) this.#rest.record(accepted - 1, accepted < drafted && !undecided ? 1 : 0);
  }

  /** Records whether a token would have been accepted that was not drafted. */
  recordUndrafted(agreement: number, held: boolean): void {
    this.#firstTokenRate(agreement).record(held ? 1 : 0, held ? 0 : 1);
  }

  #firstTokenRate(agreement: number): LearnedRate {
    const [guessed, ...surer] = this.#first;
    const [near, found, followed] = surer;
    const share = agreement >= 8 ? followed : agreement >= 3 ? found : agreement === 2 ? near : guessed;
    if (!share) throw new RangeError("there is a share for every agreement");
    return share;
  }
}
