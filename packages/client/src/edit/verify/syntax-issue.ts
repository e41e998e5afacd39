/** A syntax error. Line and column are 1-based; the column counts UTF-16 units. */
export interface SyntaxIssue {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** Returns the first issues of the code, in order; none if it parses. */
export type Parse = (code: string) => readonly SyntaxIssue[];

/** Loads the parser of a language, once. Resolves to null if there is no grammar for it. */
export type GrammarSource = (language: string) => Promise<Parse | null>;
