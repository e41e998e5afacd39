/** What drafts may cost if all of them are wrong: so many plain steps at first, and this share of each that follows. */
const FIRST_LOSS = 2;
const LOSS_SHARE = 0.02;

/**
 * What an answer's next draft may lose: what is granted or lent, and what drafts have won. So drafts begin short, grow
 * with their success, and cannot make an answer slower than plain decoding by more than what is granted and lent.
 */
export class DraftPurse {
  readonly #lent: number;
  #granted: number | null = null;
  #won = 0;

  /** `lent`: milliseconds, see {@link DraftCredit}. */
  constructor(lent = 0) {
    this.#lent = lent;
  }

  get milliseconds(): number {
    return this.#granted === null ? 0 : this.#granted + this.#lent + this.#won;
  }

  /** What this answer's drafts have won so far; below zero where they have lost. */
  get won(): number {
    return this.#won;
  }

  /** Puts in what is granted at first, if that is not done yet. `plain`: milliseconds of a step without a draft. */
  open(plain: number): void {
    this.#granted ??= FIRST_LOSS * plain;
  }

  /** Puts in what is granted for a step without a draft. */
  grant(plain: number): void {
    this.#granted = (this.#granted ?? 0) + LOSS_SHARE * plain;
  }

  /** Puts in what a draft has won; where it has lost, that is below zero. */
  add(milliseconds: number): void {
    this.#won += milliseconds;
  }
}
