/** Initial estimate of characters per token, for code and English. */
const FIRST_GUESS = 3.5;
/** Weight of the latest count in the moving average. */
const WEIGHT = 0.3;

/**
 * Estimates a prompt's tokens from its length, with corrections from the server's counts. A prompt is never rejected
 * because of an estimate.
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
