/** How many pieces are collected before they are joined. */
const PIECES = 64;

/**
 * A text that grows token by token and is read at its end. Concatenating the tokens directly would keep each one in
 * memory as a linked part of the string: ten times its size, and work for the garbage collector.
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
