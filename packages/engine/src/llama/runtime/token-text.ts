import type { Token } from "../binding/index.ts";

/** Decodes streamed tokens into text. An incomplete character is held back. */
export class TokenText {
  readonly #bytesOf: (token: Token) => Uint8Array;
  /** Number of missing bytes of the last character. */
  #missing = 0;
  readonly #decoder = new TextDecoder("utf-8", { ignoreBOM: true });

  constructor(bytesOf: (token: Token) => Uint8Array) {
    this.#bytesOf = bytesOf;
  }

  /** Whether the latest token ends within a character. */
  get isWithinCharacter(): boolean {
    return this.#missing > 0;
  }

  push(token: Token): string {
    const bytes = this.#bytesOf(token);
    for (const byte of bytes) {
      const isGoingOn = this.#missing > 0 && (byte & 0xc0) === 0x80;
      this.#missing = isGoingOn ? this.#missing - 1 : followersOf(byte);
    }
    return this.#decoder.decode(bytes, { stream: true });
  }

  /** Returns the rest: a replacement character if the answer ends within a character. */
  end(): string {
    return this.#decoder.decode();
  }
}

/** Returns how many bytes follow the first byte of a character. */
function followersOf(byte: number): number {
  if (byte < 0xc0) return 0;
  if (byte < 0xe0) return 1;
  return byte < 0xf0 ? 2 : 3;
}
