export type { Lengths } from "./lengths.ts";
export { ELSEWHERE, JAVASCRIPT, type PatternReading, patternReading } from "./syntax.ts";
export { Search, wholeMatch } from "./write-pattern.ts";
