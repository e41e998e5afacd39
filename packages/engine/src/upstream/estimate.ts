/** Characters of code and English for one token, before a server has told better. */
const FIRST_GUESS = 3.5;
/** How much of what is believed gives way to what was told last. */
const WEIGHT = 0.3;

/**
 * Guesses how many tokens a prompt has, by its length. Each prompt that a server has counted makes the next guess better.
 * A guess is never a reason to refuse a prompt.
 */
export class Estimate {
  readonly #charactersPerToken = new Map<string, number>();

  tokens(model: string, length: number): number {
    return Math.ceil(length / (this.#charactersPerToken.get(model) ?? FIRST_GUESS));
  }

  learn(model: string, length: number, tokens: number | null): void {
    if (tokens === null || tokens === 0 || length === 0) return;
    const before = this.#charactersPerToken.get(model) ?? length / tokens;
    this.#charactersPerToken.set(model, before + WEIGHT * (length / tokens - before));
  }
}
