export type TokenKind = "name" | "number" | "string" | "symbol";

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  /** From 1. */
  readonly line: number;
}

const PATTERNS: [TokenKind, RegExp][] = [
  ["name", /[A-Za-z_]\w*/y],
  ["number", /\d+(\.\d+)?/y],
  ["string", /"[^"\n]*"/y],
  ["symbol", /[-+*/=(){};,]/y],
];

/** Splits the text of a configuration file into its tokens. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let line = 1;
  next: while (at < text.length) {
    const char = text[at];
    if (char === "\n") line++;
    if (/\s/.test(char)) {
      at++;
      continue;
    }
    for (const [kind, pattern] of PATTERNS) {
      pattern.lastIndex = at;
      const match = pattern.exec(text);
      if (match === null) continue;
      tokens.push({ kind, text: match[0], line });
      at = pattern.lastIndex;
      continue next;
    }
    throw new SyntaxError(`line ${line}: unexpected ${char}`);
  }
  return tokens;
}
