export type TokenKind =
  | "comment"
  | "string"
  | "number"
  | "keyword"
  | "constant"
  | "type"
  | "function"
  | "property";

/** A highlighted stretch of one line; columns are 0-based UTF-16 units, `end` is exclusive. */
export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
}

/** Parsed code, highlighted line by line. */
export interface ColoredCode {
  /** Returns the tokens of lines `from` to `to` (0-based, `to` exclusive), one list per line, in order. */
  tokens(from: number, to: number): readonly (readonly Token[])[];
  /** Frees the parse tree's memory. */
  release(): void;
}

/** Parses code for highlighting; returns null if it is too long. */
export type Colorer = (code: string) => ColoredCode | null;
