import { DRAFT_SIZES } from "./batch-costs.ts";
import type { DraftPurse } from "./draft-purse.ts";

/** A draft must promise to be this many times as fast as plain decoding: promises are measured on a busy machine. */
const MARGIN = 1.1;

/** Even a draft that has never failed may end. */
const MAX_SHARE = 0.995;

/** A share that is learned from what comes true: lately seen counts more, and there is a belief to begin with. */
class Share {
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

  saw(yes: number, no: number): void {
    const kept = this.#memory ** (yes + no);
    this.#yes = this.#yes * kept + yes;
    this.#no = this.#no * kept + no;
  }
}

/** What a model's batches are like, by the size of their draft. */
export interface DraftTerms {
  /** Whether the cost of a single token is known, which everything else is held against. */
  readonly known: boolean;
  /** Milliseconds for a batch of one token and `drafted` more, from what goes with it in a step. */
  cost(drafted: number): number;
  /** Tokens that a step gives beside those of this answer: other answers' share of it. */
  readonly beside: number;
  /** Whether some of a batch's tokens may be left undecided, see `BatchNoise`. */
  doubtful(drafted: number): boolean;
  /** Tokens of a draft at most. */
  readonly max: number;
  /** Only batches that leave nothing undecided. */
  readonly exact: boolean;
}

/**
 * How many tokens to draft next, from how many were accepted lately and from what batches cost. The first token of a
 * draft is the one at risk where the place is only guessed; the ones behind it fail at a rate of their own.
 */
export class DraftPace {
  readonly #terms: DraftTerms;
  /** Whether a draft's first token holds, by how sure its place is: guessed from one token, from two, found, followed. */
  readonly #first = [
    new Share(1, 1, 0.97),
    new Share(2, 1, 0.97),
    new Share(4, 1, 0.97),
    new Share(12, 1, 0.98),
  ];
  /** Whether a token holds that comes behind one that did. */
  readonly #rest = new Share(20, 1, 0.99);
  /** Whether a token of a doubtful batch is left undecided. */
  readonly #doubt = new Share(0.5, 50, 0.99);

  readonly #purse: DraftPurse;

  /** `purse`: the answer's, whichever source it is drafted from. */
  constructor(terms: DraftTerms, purse: DraftPurse) {
    this.#terms = terms;
    this.#purse = purse;
  }

  /** The size that gives the most tokens per millisecond, of `available` ones at most; 0 where plain decoding does. */
  next(agreement: number, available: number): number {
    const { known } = this.#terms;
    if (!known) return 0;
    const plain = this.#terms.cost(0);
    this.#purse.open(plain);
    const size = agreement === 0 ? 0 : this.#best(agreement, available);
    if (size === 0) this.#purse.grant(plain);
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
      if (this.#terms.cost(drafted) - plain > this.#purse.milliseconds) break;
      const rate = (beside + this.#tokens(agreement, drafted, doubtful)) / this.#terms.cost(drafted);
      if (rate > bestRate) {
        best = drafted;
        bestRate = rate;
      }
      if (drafted < size) break;
    }
    return best;
  }

  /** Tokens that a step may be expected to give: those accepted up to the first refusal, and the model's own. */
  #tokens(agreement: number, drafted: number, doubtful: boolean): number {
    const decided = doubtful ? 1 - this.#doubt.value : 1;
    const first = this.#firstAt(agreement).value * decided;
    const rest = this.#rest.value * decided;
    return 1 + (first * (1 - rest ** drafted)) / (1 - rest);
  }

  /** Takes how a draft went. The tokens after a refusal, or after one left undecided, say nothing about the draft. */
  verified(agreement: number, drafted: number, accepted: number, undecided: boolean): void {
    if (drafted === 0) return;
    this.#purse.add((accepted + 1) * this.#terms.cost(0) - this.#terms.cost(drafted));
    if (this.#terms.doubtful(drafted)) this.#doubt.saw(undecided ? 1 : 0, accepted + (undecided ? 0 : 1));
    if (accepted > 0) this.#firstAt(agreement).saw(1, 0);
    else if (!undecided) this.#firstAt(agreement).saw(0, 1);
    if (accepted > 0) this.#rest.saw(accepted - 1, accepted < drafted && !undecided ? 1 : 0);
  }

  /** Takes what became of the next token of a place that was not drafted from. */
  observed(agreement: number, held: boolean): void {
    this.#firstAt(agreement).saw(held ? 1 : 0, held ? 0 : 1);
  }

  #firstAt(agreement: number): Share {
    const [guessed, ...surer] = this.#first;
    const [near, found, followed] = surer;
    const share = agreement >= 8 ? followed : agreement >= 3 ? found : agreement === 2 ? near : guessed;
    if (!share) throw new RangeError("there is a share for every agreement");
    return share;
  }
}
