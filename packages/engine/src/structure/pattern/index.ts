export { ELSEWHERE, JAVASCRIPT, type PatternFlags } from "./syntax.ts";
export { type Lengths, type PatternOptions, Search, wholeMatch } from "./write-pattern.ts";
