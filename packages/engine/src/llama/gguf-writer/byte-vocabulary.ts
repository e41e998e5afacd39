/** A byte vocabulary, which can represent any text. */
export interface ByteVocabulary {
  /** Control tokens; the first one ends an answer. */
  readonly control: readonly string[];
  /** Pairs of byte-level spellings (as in GPT-2) that merge into further tokens, most frequent first. Default: none. */
  readonly merges?: readonly (readonly [string, string])[];
  /** Pad the vocabulary with unused tokens to this size. Default: no padding. */
  readonly size?: number;
}

export interface TokenList {
  /** Spellings in GGUF's form. */
  readonly spellings: readonly string[];
  /** llama.cpp's token types. */
  readonly types: readonly number[];
}

const NORMAL = 1;
const CONTROL = 3;
const UNUSED = 5;

export function tokensOf({ control, merges = [], size = 0 }: ByteVocabulary): TokenList {
  const merged = new Set(merges.map(([first, second]) => first + second));
  const texts = [...byteSpellings(), ...merged];
  const unused = Math.max(0, size - control.length - texts.length);
  return {
    spellings: [...control, ...texts, ...Array.from({ length: unused }, (_, index) => `[unused ${index}]`)],
    types: [
      ...control.map(() => CONTROL),
      ...texts.map(() => NORMAL),
      ...Array.from({ length: unused }, () => UNUSED),
    ],
  };
}

/** Returns GPT-2's spelling of each byte: printable characters as themselves, substitutes for all others. */
export function byteSpellings(): string[] {
  let standIns = 0;
  return Array.from({ length: 256 }, (_, byte) =>
    String.fromCharCode(isPrintable(byte) ? byte : 256 + standIns++),
  );
}

function isPrintable(byte: number): boolean {
  return (byte >= 0x21 && byte <= 0x7e) || (byte >= 0xa1 && byte <= 0xac) || byte >= 0xae;
}
