import type { TokenList } from "./byte-vocabulary.ts";

/** A SentencePiece vocabulary, as in Llama 2: pieces of text, and bytes for everything else. */
export interface SentencePieces {
  /** Control tokens; the first one ends an answer. */
  readonly control: readonly string[];
  /** Most likely first; `▁` represents a space. */
  readonly pieces: readonly string[];
}

const NORMAL = 1;
const UNKNOWN = 2;
const CONTROL = 3;
const BYTE = 6;

/** Returns the tokens with their scores, and the index of the token for unknown text. */
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
