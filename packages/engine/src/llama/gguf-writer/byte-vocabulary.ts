/** A vocabulary of bytes: whatever text there is, it has tokens for. */
export interface ByteVocabulary {
  /** Control tokens, each a token by itself; the first one ends an answer. */
  readonly control: readonly string[];
  /** Pairs of byte-level spellings (GPT-2's) that make further tokens, most frequent first. Default: none. */
  readonly merges?: readonly (readonly [string, string])[];
  /** Fill up with tokens that no text has, to this many. Default: as many as there are. */
  readonly size?: number;
}

export interface TokenList {
  /** As GGUF spells them. */
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

/** What GPT-2's tokenisers write for each byte: printable characters for themselves, stand-ins for all others. */
export function byteSpellings(): string[] {
  let standIns = 0;
  return Array.from({ length: 256 }, (_, byte) =>
    String.fromCharCode(isPrintable(byte) ? byte : 256 + standIns++),
  );
}

function isPrintable(byte: number): boolean {
  return (byte >= 0x21 && byte <= 0x7e) || (byte >= 0xa1 && byte <= 0xac) || byte >= 0xae;
}
