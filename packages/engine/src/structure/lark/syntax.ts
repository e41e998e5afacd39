/** A part of a rule or terminal. `place` is where it was read, such as `line 2, column 5`. */
export type LarkExpression =
  | { readonly type: "name"; readonly name: string; readonly place: string }
  | { readonly type: "string"; readonly text: string; readonly ignoreCase: boolean }
  | { readonly type: "range"; readonly first: string; readonly last: string; readonly place: string }
  | { readonly type: "regexp"; readonly source: string; readonly flags: string; readonly place: string }
  | { readonly type: "sequence"; readonly parts: readonly LarkExpression[] }
  | { readonly type: "choice"; readonly options: readonly LarkExpression[] }
  | { readonly type: "repeat"; readonly of: LarkExpression; readonly min: number; readonly max: number };

export interface LarkDefinition {
  readonly name: string;
  readonly body: LarkExpression;
  readonly place: string;
}

export interface LarkGrammar {
  readonly definitions: readonly LarkDefinition[];
  /** Imported terminals: their name in this grammar → their name in `common`. */
  readonly imports: ReadonlyMap<string, string>;
  readonly ignored: readonly LarkExpression[];
}

/** Whether a name is that of a terminal, which are in capitals. */
export function isTerminal(name: string): boolean {
  return name === name.toUpperCase();
}
