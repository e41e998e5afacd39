/** A part of a rule or terminal, as it was read. */
export type LarkExpression =
  | { readonly type: "name"; readonly name: string; readonly line: number }
  | { readonly type: "string"; readonly text: string; readonly ignoreCase: boolean }
  | { readonly type: "range"; readonly first: string; readonly last: string; readonly line: number }
  | { readonly type: "regexp"; readonly source: string; readonly flags: string; readonly line: number }
  | { readonly type: "sequence"; readonly parts: readonly LarkExpression[] }
  | { readonly type: "choice"; readonly options: readonly LarkExpression[] }
  | { readonly type: "repeat"; readonly of: LarkExpression; readonly min: number; readonly max: number };

export interface LarkDefinition {
  readonly name: string;
  readonly body: LarkExpression;
  readonly line: number;
}

export interface LarkGrammar {
  readonly definitions: readonly LarkDefinition[];
  /** The name that an import has here, and that in `common`. */
  readonly imports: ReadonlyMap<string, string>;
  readonly ignored: readonly LarkExpression[];
}

/** Terminals are named in capitals. */
export function isTerminal(name: string): boolean {
  return name === name.toUpperCase();
}
