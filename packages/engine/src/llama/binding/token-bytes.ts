/** llama.cpp's flags for token types. */
const UNKNOWN = 1;
const CONTROL = 8;
const USER_DEFINED = 16;
const BYTE = 32;

/** llama.cpp's ids of the vocabulary types whose spelling is known here. */
const SENTENCE_PIECE = 1;
const BYTE_PAIR = 2;

const encoder = new TextEncoder();
const NOTHING = new Uint8Array(0);

export interface TokenSpelling {
  /** The token's spelling in the vocabulary. */
  readonly text: string;
  readonly attributes: number;
}

/**
 * Returns a token's bytes from its spelling in the vocabulary; null for an unknown vocabulary type. llama.cpp's
 * `detokenize` is unsuitable: it drops spaces before punctuation ("a ? b" becomes "a? b"), and cannot return part of a
 * character.
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

/** Flags of tokens that strip all white space next to them. */
const STRIPS = 128 | 256;
/** Bytes that never occur in UTF-8. */
const NEVER = new Set([0xc0, 0xc1, 0xf5, 0xf6, 0xf7, 0xf8, 0xf9, 0xfa, 0xfb, 0xfc, 0xfd, 0xfe, 0xff]);

/**
 * Returns the most bytes of text that one token can represent, which gives a lower bound on a text's tokens. Infinity if
 * the tokenizer may drop text or its type is unknown.
 */
export function mostBytesOfToken(spellings: Iterable<TokenSpelling>, vocabulary: number): number {
  if (vocabulary !== SENTENCE_PIECE && vocabulary !== BYTE_PAIR) return Number.POSITIVE_INFINITY;
  const single = new Set<number>(NEVER);
  let most = 1;
  for (const spelling of spellings) {
    if (spelling.attributes & STRIPS) return Number.POSITIVE_INFINITY;
    const bytes = bytesOfSpelling(spelling, vocabulary) ?? NOTHING;
    if (bytes.length === 1) single.add(bytes[0] ?? 0);
    // In text that may contain control tokens, they represent their spelling.
    most = Math.max(most, bytes.length, encoder.encode(spelling.text).length);
  }
  // Bytes without a token would be dropped.
  return single.size === 256 ? most : Number.POSITIVE_INFINITY;
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

/** Byte-pair vocabularies spell each byte as a printable character: itself, or one from U+0100. */
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
