/** Most tokens verified per step. */
const WINDOW = 16;
/** How far ahead to search the draft for the place where the output continues. */
const SEARCH = 64;

export interface Verified {
  readonly drafted: number;
  readonly accepted: number;
}

/**
 * Follows the output along its predicted text. While both match, proposes the next tokens; after a difference, proposes
 * nothing until the output is found again further on.
 */
export class Draft {
  readonly #tokens: readonly string[];
  #place = 0;
  #lost = false;

  constructor(tokens: readonly string[]) {
    this.#tokens = tokens;
  }

  /** Proposes tokens, and counts those that match the coming output. */
  verify(coming: (ahead: number) => string | undefined): Verified {
    if (this.#lost) return { drafted: 0, accepted: 0 };
    const proposed = this.#tokens.slice(this.#place, this.#place + WINDOW);
    const divergence = proposed.findIndex((token, ahead) => token !== coming(ahead));
    const accepted = divergence === -1 ? proposed.length : divergence;
    this.#place += accepted;
    return { drafted: proposed.length, accepted };
  }

  /** Adds an output token beyond the accepted ones. */
  follow(token: string): void {
    const found = this.#tokens.slice(this.#place, this.#place + SEARCH).indexOf(token);
    this.#lost = found === -1;
    if (found !== -1) this.#place += found + 1;
  }
}
