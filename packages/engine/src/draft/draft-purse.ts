/** What drafts may cost if all of them are wrong: so many plain steps at first, and this share of each that follows. */
const FIRST_LOSS = 2;
const LOSS_SHARE = 0.02;

/**
 * What an answer's next draft may lose: what is granted, and what drafts have won. So drafts begin short, grow with their
 * success, and cannot make an answer slower than plain decoding by more than what is granted.
 */
export class DraftPurse {
  #milliseconds: number | null = null;

  get milliseconds(): number {
    return this.#milliseconds ?? 0;
  }

  /** Puts in what is granted at first, if that is not done yet. `plain`: milliseconds of a step without a draft. */
  open(plain: number): void {
    this.#milliseconds ??= FIRST_LOSS * plain;
  }

  /** Puts in what is granted for a step without a draft. */
  grant(plain: number): void {
    this.add(LOSS_SHARE * plain);
  }

  /** Puts in what a draft has won; where it has lost, that is below zero. */
  add(milliseconds: number): void {
    this.#milliseconds = this.milliseconds + milliseconds;
  }
}
