export { ELSEWHERE, JAVASCRIPT, type PatternFlags } from "./syntax.ts";
export {
  countedCharacter,
  isOfWholeText,
  type Lengths,
  lengthsOf,
  type PatternOptions,
  textWithMatch,
  wholeMatch,
} from "./write-pattern.ts";
