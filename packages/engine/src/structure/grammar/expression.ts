import type { CharSet } from "./char-set.ts";

/** A node of a grammar. */
export type Expression =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "character"; readonly set: CharSet }
  | { readonly type: "sequence"; readonly parts: readonly Expression[] }
  | { readonly type: "choice"; readonly options: readonly Expression[] }
  | { readonly type: "repeat"; readonly of: Expression; readonly min: number; readonly max: number }
  | { readonly type: "rule"; readonly name: string };

export const NOTHING: Expression = { type: "choice", options: [] };
export const EMPTY: Expression = { type: "text", text: "" };

export function text(content: string): Expression {
  return { type: "text", text: content };
}

export function character(set: CharSet): Expression {
  return set.isEmpty ? NOTHING : { type: "character", set };
}

export function rule(name: string): Expression {
  return { type: "rule", name };
}

/** Returns the concatenation of the parts. A part that matches nothing makes the whole match nothing. */
export function sequence(...parts: readonly Expression[]): Expression {
  const flat: Expression[] = [];
  for (const part of parts) {
    if (isNothing(part)) return NOTHING;
    const last = flat.at(-1);
    if (part.type === "sequence") flat.push(...part.parts);
    else if (part.type === "text" && last?.type === "text") {
      flat[flat.length - 1] = text(last.text + part.text);
    } else if (!isEmpty(part)) flat.push(part);
  }
  const [only] = flat;
  if (only === undefined) return EMPTY;
  return flat.length === 1 ? only : { type: "sequence", parts: flat };
}

export function choice(...options: readonly Expression[]): Expression {
  const flat = options.flatMap((option) => (option.type === "choice" ? option.options : [option]));
  const [only] = flat;
  return only !== undefined && flat.length === 1 ? only : { type: "choice", options: flat };
}

/** `max` may be infinite. */
export function repeat(of: Expression, min: number, max: number): Expression {
  if (max < min) return NOTHING;
  if (max === 0 || isEmpty(of)) return EMPTY;
  if (isNothing(of)) return min === 0 ? EMPTY : NOTHING;
  return min === 1 && max === 1 ? of : { type: "repeat", of, min, max };
}

export function optional(of: Expression): Expression {
  return repeat(of, 0, 1);
}

export function isNothing(expression: Expression): boolean {
  return expression.type === "choice" && expression.options.length === 0;
}

export function isEmpty(expression: Expression): boolean {
  return expression.type === "text" && expression.text === "";
}
