import { DraftPace, type DraftTerms } from "./draft-pace.ts";
import { DraftPurse } from "./draft-purse.ts";
import { type DraftSource, NOTHING } from "./source.ts";

interface Pacer {
  readonly source: DraftSource;
  readonly pace: DraftPace;
}

/** The sources of one answer's drafts. Each step is drafted by the one that is surest of its place. */
export class Drafts {
  readonly #pacers: readonly Pacer[];
  /** Who drafted the step under way, and how sure it was. */
  #chosen: Pacer | null = null;
  #agreement = 0;
  #first: number | undefined;

  /** Of sources that are equally sure, the first one drafts. */
  constructor(sources: readonly DraftSource[], terms: DraftTerms) {
    const purse = new DraftPurse();
    this.#pacers = sources.map((source) => ({ source, pace: new DraftPace(terms, purse) }));
  }

  /** The draft of the next step, of `room` tokens at most; empty where none would pay. */
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

  /** Takes how the draft went, whose next token was left undecided, or not. */
  verified(drafted: number, accepted: number, undecided: boolean): void {
    this.#chosen?.pace.verified(this.#agreement, drafted, accepted, undecided);
  }

  /** Takes what a step without a draft gave: what might have been drafted tells whether drafting pays again. */
  observed(token: number): void {
    if (this.#first === undefined) return;
    this.#chosen?.pace.observed(this.#agreement, this.#first === token);
  }

  /** Takes the answer's next token. */
  push(token: number): void {
    for (const { source } of this.#pacers) source.push(token);
  }
}
