/** Tokens that one step verifies at most. */
const WINDOW = 16;
/** How far ahead the draft is searched for the place where the output goes on. */
const SEARCH = 64;

export interface Verified {
  readonly drafted: number;
  readonly accepted: number;
}

/**
 * Follows an output along the text that was predicted for it. Where both agree it proposes what comes next; after a
 * difference it proposes nothing until the output is found again further on.
 */
export class Draft {
  readonly #tokens: readonly string[];
  #place = 0;
  #lost = false;

  constructor(tokens: readonly string[]) {
    this.#tokens = tokens;
  }

  /** Proposes, and counts what agrees with the output's coming tokens. */
  verify(coming: (ahead: number) => string | undefined): Verified {
    if (this.#lost) return { drafted: 0, accepted: 0 };
    const proposed = this.#tokens.slice(this.#place, this.#place + WINDOW);
    const divergence = proposed.findIndex((token, ahead) => token !== coming(ahead));
    const accepted = divergence === -1 ? proposed.length : divergence;
    this.#place += accepted;
    return { drafted: proposed.length, accepted };
  }

  /** Takes a token that the output has beyond what was accepted. */
  follow(token: string): void {
    const found = this.#tokens.slice(this.#place, this.#place + SEARCH).indexOf(token);
    this.#lost = found === -1;
    if (found !== -1) this.#place += found + 1;
  }
}
