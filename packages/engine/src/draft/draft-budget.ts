/** The most that drafts may lose if all are wrong: a number of plain steps initially, and a share of each later step. */
const FIRST_LOSS = 2;
const LOSS_SHARE = 0.02;

/**
 * The budget of time that an answer's next draft may lose: a grant plus what drafts have won. Drafts thus start short,
 * grow with success, and cannot make an answer slower than plain decoding by more than the grant.
 */
export class DraftBudget {
  #milliseconds: number | null = null;

  get milliseconds(): number {
    return this.#milliseconds ?? 0;
  }

  /** Adds the initial grant, once. `plain`: milliseconds of a step without a draft. */
  open(plain: number): void {
    this.#milliseconds ??= FIRST_LOSS * plain;
  }

  /** Adds the grant for a step without a draft. */
  grant(plain: number): void {
    this.add(LOSS_SHARE * plain);
  }

  /** Adds what a draft has won; negative if it lost. */
  add(milliseconds: number): void {
    this.#milliseconds = this.milliseconds + milliseconds;
  }
}
