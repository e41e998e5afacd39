/** llama.cpp's bits for what kind of token one is. */
const UNKNOWN = 1;
const CONTROL = 8;
const USER_DEFINED = 16;
const BYTE = 32;

/** llama.cpp's numbers for the kinds of vocabulary that are spelled in a way known here. */
const SENTENCE_PIECE = 1;
const BYTE_PAIR = 2;

const encoder = new TextEncoder();
const NOTHING = new Uint8Array(0);

export interface TokenSpelling {
  /** The token as the vocabulary has it. */
  readonly text: string;
  readonly attributes: number;
}

/**
 * A token's bytes from its spelling in the vocabulary. llama.cpp's `detokenize` would not do: it drops spaces before
 * punctuation ("a ? b" becomes "a? b"), and it cannot give a part of a character.
 *
 * Null where the kind of vocabulary is not known.
 */
export function bytesOfSpelling({ text, attributes }: TokenSpelling, vocabulary: number): Uint8Array | null {
  if (isSilent(attributes)) return NOTHING;
  if (attributes & USER_DEFINED) return encoder.encode(text);
  if (vocabulary === SENTENCE_PIECE) {
    if (attributes & BYTE) return Uint8Array.of(Number.parseInt(text.slice(3, 5), 16));
    return encoder.encode(text.replaceAll("\u2581", " "));
  }
  return vocabulary === BYTE_PAIR ? bytesOfPair(text) : null;
}

/** Whether tokens of this kind have no bytes. */
export function isSilent(attributes: number): boolean {
  return (attributes & (CONTROL | UNKNOWN)) !== 0;
}

function bytesOfPair(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    const byte = BYTES_BY_CHARACTER.get(character);
    if (byte === undefined) bytes.push(...encoder.encode(character));
    else bytes.push(byte);
  }
  return Uint8Array.from(bytes);
}

/** Byte-pair vocabularies spell each byte as a printable character: itself, or one from U+0100 on. */
const BYTES_BY_CHARACTER: ReadonlyMap<string, number> = byteAlphabet();

function byteAlphabet(): Map<string, number> {
  const printable = (byte: number) =>
    (byte >= 0x21 && byte <= 0x7e) || (byte >= 0xa1 && byte <= 0xac) || (byte >= 0xae && byte <= 0xff);
  const alphabet = new Map<string, number>();
  let shifted = 0x100;
  for (let byte = 0; byte < 256; byte++) {
    alphabet.set(String.fromCharCode(printable(byte) ? byte : shifted++), byte);
  }
  return alphabet;
}
