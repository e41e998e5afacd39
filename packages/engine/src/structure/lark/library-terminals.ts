import { STRUCTURE_LIMITS } from "../limits.ts";
import { Work } from "../work.ts";
import { parseLark } from "./parse-lark.ts";
import type { LarkDefinition } from "./syntax.ts";

/** Lark's library `common`, in Lark's notation. */
const COMMON = `
DIGIT: "0".."9"
HEXDIGIT: "a".."f" | "A".."F" | DIGIT
INT: DIGIT+
SIGNED_INT: ["+" | "-"] INT
DECIMAL: INT "." INT? | "." INT
FLOAT: INT ("e" | "E") SIGNED_INT | DECIMAL (("e" | "E") SIGNED_INT)?
SIGNED_FLOAT: ["+" | "-"] FLOAT
NUMBER: FLOAT | INT
SIGNED_NUMBER: ["+" | "-"] NUMBER
ESCAPED_STRING: /"([^"\\\\\\n]|\\\\.)*"/
LCASE_LETTER: "a".."z"
UCASE_LETTER: "A".."Z"
LETTER: UCASE_LETTER | LCASE_LETTER
WORD: LETTER+
CNAME: ("_" | LETTER) ("_" | LETTER | DIGIT)*
WS_INLINE: (" " | /\\t/)+
WS: /[ \\t\\f\\r\\n]/+
CR: /\\r/
LF: /\\n/
NEWLINE: (CR? LF)+
SH_COMMENT: /#[^\\n]*/
CPP_COMMENT: /\\/\\/[^\\n]*/
C_COMMENT: /\\/\\*([^*]|\\*+[^*\\/])*\\*+\\//
SQL_COMMENT: /--[^\\n]*/
`;

let known: ReadonlyMap<string, LarkDefinition> | undefined;

/** Returns the terminals of Lark's library `common`, by name. */
export function commonTerminals(): ReadonlyMap<string, LarkDefinition> {
  if (known) return known;
  const options = { limits: STRUCTURE_LIMITS, work: new Work(STRUCTURE_LIMITS.work) };
  known = new Map(parseLark(COMMON, options).definitions.map((definition) => [definition.name, definition]));
  return known;
}
