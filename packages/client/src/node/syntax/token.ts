export type TokenKind =
  | "comment"
  | "string"
  | "number"
  | "keyword"
  | "constant"
  | "type"
  | "function"
  | "property";

/** A stretch of one line that has a colour of its own; columns are 0-based UTF-16 units, `end` excluded. */
export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
}

/** Code that has been parsed, to be coloured line by line. */
export interface ColoredCode {
  /** The tokens of lines `from` to `to` (0-based, `to` excluded), one list a line, in order. */
  tokens(from: number, to: number): readonly (readonly Token[])[];
  /** Frees the memory of the parse. */
  release(): void;
}

/** Parses code so that it can be coloured; null for code that is too long to be parsed at once. */
export type Colorer = (code: string) => ColoredCode | null;
