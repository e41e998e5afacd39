import type { TokenKind } from "./token.ts";

/** A leaf of a syntax tree and its position in it. */
export interface Leaf {
  readonly type: string;
  /** False for literal text of the grammar: keywords, operators, brackets. */
  readonly named: boolean;
  readonly parent: string;
  readonly field: string | null;
  /** The parent's field in its own parent. */
  readonly parentField: string | null;
}

const CONSTANTS = new Set([
  "true",
  "false",
  "null",
  "none",
  "nil",
  "undefined",
  "this",
  "self",
  "super",
  "iota",
]);

/** Returns the kind of a leaf, by names that the grammars share; null for plain text. */
export function kindOf({ type, named, parent, field, parentField }: Leaf): TokenKind | null {
  const name = type.toLowerCase();
  if (CONSTANTS.has(name) || /^(boolean|null)_literal$/.test(name)) return "constant";
  if (/^(predefined|primitive)_type$/.test(parent)) return "type";
  if (!named) return /^[a-z_]+$/i.test(type) ? "keyword" : null;
  if (/number|integer|float/.test(name)) return "number";
  if (
    name === "type_identifier" ||
    /^(primitive|predefined|builtin|integral|floating_point|void|sized)_type/.test(name)
  ) {
    return "type";
  }
  if (!/identifier|^name$|_name$|^field$/.test(name)) return null;
  if (/call|invocation/.test(parent) && (field === "function" || field === "name" || field === "method"))
    return "function";
  if (/function|method/.test(parent) && (field === "name" || field === "declarator")) return "function";
  const isMember = field === "property" || field === "field" || field === "attribute";
  if (isMember) return parentField === "function" ? "function" : "property";
  return name === "property_identifier" || name === "field_identifier" ? "property" : null;
}

/** Returns the kind of everything in such a node, except for interpolations; null if its leaves determine it. */
export function wholeKindOf(type: string): TokenKind | null {
  if (type.includes("comment")) return "comment";
  if (/string_fragment|interpolation|substitution/.test(type)) return null;
  return /string|char(acter)?_literal|^regex|heredoc|rune_literal/.test(type) ? "string" : null;
}

export function isInterpolation(type: string): boolean {
  return /interpolation|substitution/.test(type);
}
