/** Pieces that are kept apart before they become one. */
const PIECES = 64;

/**
 * A text that grows token by token, and is read when it is over. Added one to another, the tokens would all be kept
 * for as long as the text is, each with a link to the rest: ten times its size, and work for the garbage collector.
 */
export class GrowingText {
  #text = "";
  #pieces: string[] = [];

  add(piece: string): void {
    this.#pieces.push(piece);
    if (this.#pieces.length === PIECES) this.#join();
  }

  get value(): string {
    if (this.#pieces.length > 0) this.#join();
    return this.#text;
  }

  #join(): void {
    this.#text += this.#pieces.join("");
    this.#pieces = [];
  }
}
