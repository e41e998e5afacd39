export { ANY_CHARACTER, CharSet, DIGITS } from "./char-set.ts";
export {
  character,
  choice,
  EMPTY,
  type Expression,
  isNothing,
  NOTHING,
  optional,
  repeat,
  rule,
  sequence,
  text,
} from "./expression.ts";
export { toGbnf, withPlace } from "./gbnf.ts";
export { Grammar } from "./grammar.ts";
export { withoutDirectLeftRecursion } from "./recursion.ts";
export { textNotStarting, textWithout } from "./text-without.ts";
export { IN_JSON_STRING, PLAIN, plainUpTo, type Writing } from "./writing.ts";
