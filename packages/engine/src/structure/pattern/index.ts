export { ELSEWHERE, JAVASCRIPT, type PatternFlags } from "./syntax.ts";
export {
  countedCharacter,
  lengthsOf,
  type PatternOptions,
  textWithMatch,
  wholeMatch,
} from "./write-pattern.ts";
