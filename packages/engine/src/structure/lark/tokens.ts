import { StructureError } from "../structure-error.ts";

export type TokenType = "name" | "string" | "regexp" | "number" | "operator" | "directive" | "newline";

export interface LarkToken {
  readonly type: TokenType;
  readonly text: string;
  /** As `line 2, column 5`, both from 1 on, columns in UTF-16 units. */
  readonly place: string;
}

const TOKENS: readonly (readonly [TokenType | null, RegExp])[] = [
  [null, /[ \t\f]+|(?:\/\/|#)[^\n]*/y],
  ["newline", /\r?\n/y],
  ["directive", /%[a-z]+/y],
  ["name", /_?[a-zA-Z][_a-zA-Z0-9]*/y],
  ["string", /"(?:\\.|[^"\\\n])*"i?/y],
  ["regexp", /\/(?!\/)(?:\\.|[^/\\\n])*\/[imslux]*/y],
  // Those that pass over white space may go over several lines.
  ["regexp", /\/(?![/*])(?:\\[\s\S]|[^/\\])*\/(?=[imslu]*x)[imslux]+/y],
  ["number", /[+-]?\d+/y],
  ["operator", /\.\.|->|[:|()[\]{}?!*+~,.<]/y],
];

/** The tokens of a grammar, those line ends left out that end no statement. */
export function larkTokens(source: string): LarkToken[] {
  const tokens: LarkToken[] = [];
  let line = 1;
  let lineStart = 0;
  let depth = 0;
  for (let at = 0; at < source.length; ) {
    const token = tokenAt(source, at);
    const place = `line ${line}, column ${at - lineStart + 1}`;
    if (token === null) throw new StructureError("lark", place, unreadable(source, at));
    const { type, text } = token;
    if (text === "(" || text === "[" || text === "{") depth += 1;
    if (text === ")" || text === "]" || text === "}") depth -= 1;
    // An alternative may stand on a line of its own.
    if (text === "|" && tokens.at(-1)?.type === "newline") tokens.pop();
    const isLineEnd = type === "newline" && depth <= 0 && tokens.length > 0;
    if (isLineEnd ? tokens.at(-1)?.type !== "newline" : type !== null && type !== "newline") {
      tokens.push({ type: type ?? "newline", text, place });
    }
    line += text.split("\n").length - 1;
    at += text.length;
    if (text.includes("\n")) lineStart = at - (text.length - text.lastIndexOf("\n") - 1);
  }
  return tokens;
}

function tokenAt(source: string, at: number): { type: TokenType | null; text: string } | null {
  for (const [type, expression] of TOKENS) {
    expression.lastIndex = at;
    const found = expression.exec(source);
    if (found && found[0] !== "") return { type, text: found[0] };
  }
  return null;
}

function unreadable(source: string, at: number): string {
  const rest = source.slice(at).split("\n", 1)[0] ?? "";
  return `cannot read \`${rest.slice(0, 40)}\``;
}
