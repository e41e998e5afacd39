/** Of what the last answers' drafts have won, the share that the next answer's may lose. */
const LENT_SHARE = 0.02;
/** How much the last answer counts. */
const WEIGHT = 0.2;

/**
 * What a model's last drafted answers have won on average, in milliseconds. Where it was much, the next answer's drafts
 * need not begin short: all answers together stay as fast as they would be without, but for this share.
 */
export class DraftCredit {
  #won = 0;

  get milliseconds(): number {
    return LENT_SHARE * Math.max(0, this.#won);
  }

  /** Takes what an answer's drafts have won, or lost. */
  ended(won: number): void {
    this.#won += WEIGHT * (won - this.#won);
  }
}
