import { StructureError } from "../structure-error.ts";

export type TokenType = "name" | "string" | "regexp" | "number" | "operator" | "directive" | "newline";

export interface LarkToken {
  readonly type: TokenType;
  readonly text: string;
  /** Such as `line 2, column 5`: both count from 1, columns in UTF-16 units. */
  readonly place: string;
}

const TOKENS: readonly (readonly [TokenType | null, RegExp])[] = [
  [null, /[ \t\f]+|(?:\/\/|#)[^\n]*/],
  ["newline", /\r?\n/],
  ["directive", /%[a-z]+/],
  ["name", /_?[a-zA-Z][_a-zA-Z0-9]*/],
  ["string", /"(?:\\.|[^"\\\n])*"i?/],
  ["regexp", /\/(?!\/)(?:\\.|[^/\\\n])*\/[imslux]*/],
  // Regular expressions that ignore white space (flag `x`) may span lines.
  ["regexp", /\/(?![/*])(?:\\[\s\S]|[^/\\])*\/(?=[imslu]*x)[imslux]+/],
  ["number", /[+-]?\d+/],
  ["operator", /\.\.|->|[:|()[\]{}?!*+~,.<]/],
];
const TOKEN = new RegExp(TOKENS.map(([, { source }]) => `(${source})`).join("|"), "y");

/** Splits a grammar into tokens. Line ends that do not end a statement are left out. */
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
    // An alternative may start on a new line.
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
  TOKEN.lastIndex = at;
  const [text, ...groups] = TOKEN.exec(source) ?? [];
  const [type] = TOKENS[groups.findIndex((group) => group !== undefined)] ?? [];
  return text === undefined || type === undefined ? null : { type, text };
}

export const SPECIAL_TOKENS =
  "special tokens (`<…>`) are not supported: leave them out, or write text in quotes";

/** Syntax that other tools accept in Lark grammars, by its first character, and what to do instead. */
const UNSUPPORTED_SYNTAX: Readonly<Record<string, string>> = {
  ">": SPECIAL_TOKENS,
  "=": "attributes of rules are not supported: leave them out",
  "&": "what has to match twice is not supported: write one expression that says both",
};

function unreadable(source: string, at: number): string {
  const rest = source.slice(at).split("\n", 1)[0] ?? "";
  const why = UNSUPPORTED_SYNTAX[rest.charAt(0)];
  return `cannot read \`${rest.slice(0, 40)}\`${why === undefined ? "" : ` (${why})`}`;
}
