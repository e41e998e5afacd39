import { DraftBudget } from "./draft-budget.ts";
import { DraftPace, type DraftTerms } from "./draft-pace.ts";
import { type DraftSource, NOTHING } from "./source.ts";

interface Pacer {
  readonly source: DraftSource;
  readonly pace: DraftPace;
}

/** An answer's draft sources. Each step uses the one that is most certain of its place. */
export class Drafts {
  readonly #pacers: readonly Pacer[];
  /** The source of the current step's draft, and its certainty. */
  #chosen: Pacer | null = null;
  #agreement = 0;
  #first: number | undefined;

  /** Among equally certain sources, the first is used. */
  constructor(sources: readonly DraftSource[], terms: DraftTerms) {
    const purse = new DraftBudget();
    this.#pacers = sources.map((source) => ({ source, pace: new DraftPace(terms, purse) }));
  }

  /** Returns the next step's draft of at most `room` tokens; empty if none would pay off. */
  next(room: number): Uint32Array {
    this.#chosen = null;
    this.#agreement = 0;
    this.#first = undefined;
    for (const pacer of this.#pacers) {
      const { agreement } = pacer.source;
      if (agreement <= this.#agreement) continue;
      this.#chosen = pacer;
      this.#agreement = agreement;
    }
    if (!this.#chosen) return NOTHING;
    const proposal = this.#chosen.source.proposal(room);
    this.#first = proposal[0];
    return proposal.subarray(0, this.#chosen.pace.next(this.#agreement, proposal.length));
  }

  /** Records the draft's outcome, and whether its next token was left undecided. */
  recordDraft(drafted: number, accepted: number, undecided: boolean): void {
    this.#chosen?.pace.recordDraft(this.#agreement, drafted, accepted, undecided);
  }

  /** Records the token of a step without a draft: comparing it with a possible draft shows when drafting pays off again. */
  recordUndrafted(token: number): void {
    if (this.#first === undefined) return;
    this.#chosen?.pace.recordUndrafted(this.#agreement, this.#first === token);
  }

  /** Passes the answer's next token to all sources. */
  push(token: number): void {
    for (const { source } of this.#pacers) source.push(token);
  }
}
