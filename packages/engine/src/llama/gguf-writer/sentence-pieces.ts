import type { TokenList } from "./byte-vocabulary.ts";

/** A SentencePiece vocabulary, as Llama 2 has one: pieces of text, and bytes for whatever no piece spells. */
export interface SentencePieces {
  /** Control tokens, each a token by itself; the first one ends an answer. */
  readonly control: readonly string[];
  /** The likeliest first; `▁` stands for a space. */
  readonly pieces: readonly string[];
}

const NORMAL = 1;
const UNKNOWN = 2;
const CONTROL = 3;
const BYTE = 6;

/** With the tokens' scores, and the place of the one that stands for what cannot be spelled. */
export function piecesOf({ control, pieces }: SentencePieces): TokenList & {
  readonly scores: readonly number[];
  readonly unknown: number;
} {
  const bytes = Array.from(
    { length: 256 },
    (_, byte) => `<0x${byte.toString(16).toUpperCase().padStart(2, "0")}>`,
  );
  const others = [...control, "<unk>", ...bytes];
  return {
    spellings: [...others, ...pieces],
    types: [...control.map(() => CONTROL), UNKNOWN, ...bytes.map(() => BYTE), ...pieces.map(() => NORMAL)],
    scores: [...others.map(() => 0), ...pieces.map((_, place) => -1 - place)],
    unknown: control.length,
  };
}
