export type { Lengths } from "./lengths.ts";
export { JAVASCRIPT, OTHER_LANGUAGES, type PatternReading, patternReading } from "./syntax.ts";
export { Search, wholeMatch } from "./write-pattern.ts";
