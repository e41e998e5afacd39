import type { Token } from "../binding/index.ts";

/** Turns tokens into text while they come. A character that is cut between tokens is held back until it is whole. */
export class TokenText {
  readonly #bytesOf: (token: Token) => Uint8Array;
  readonly #decoder = new TextDecoder("utf-8", { ignoreBOM: true });

  constructor(bytesOf: (token: Token) => Uint8Array) {
    this.#bytesOf = bytesOf;
  }

  push(token: Token): string {
    return this.#decoder.decode(this.#bytesOf(token), { stream: true });
  }

  /** What was held back: a replacement character where the answer ends within a character. */
  end(): string {
    return this.#decoder.decode();
  }
}
