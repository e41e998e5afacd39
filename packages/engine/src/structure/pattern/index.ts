export type { Lengths } from "./lengths.ts";
export { ELSEWHERE, JAVASCRIPT, type PatternFlags } from "./syntax.ts";
export { type PatternOptions, Search, wholeMatch } from "./write-pattern.ts";
