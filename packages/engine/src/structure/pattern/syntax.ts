import type { CharSet } from "../grammar/index.ts";
import type { StructureLimits } from "../limits.ts";
import { UnicodeProperties } from "./unicode-property.ts";

/** A parsed regular expression. */
export type Pattern =
  | { readonly type: "character"; readonly set: CharSet }
  | { readonly type: "sequence"; readonly parts: readonly Pattern[] }
  | { readonly type: "choice"; readonly options: readonly Pattern[] }
  | { readonly type: "repeat"; readonly of: Pattern; readonly min: number; readonly max: number }
  | { readonly type: "anchor"; readonly at: "start" | "end" }
  | { readonly type: "ahead"; readonly of: Pattern; readonly isNegated: boolean };

export interface PatternFlags {
  readonly ignoreCase: boolean;
  /** Whether `.` matches line ends too. */
  readonly dotAll: boolean;
  /** Whether to ignore white space and comments. */
  readonly extended: boolean;
  /** The line ends that `.` does not match: JavaScript also has the carriage return and two more. */
  readonly lineEnds: "javascript" | "newline";
  /** Whether to parse look-ahead, which only an automaton can express. */
  readonly lookAhead: boolean;
}

/** What parsing the patterns of one definition shares. */
export interface PatternReading {
  readonly limits: StructureLimits;
  readonly properties: UnicodeProperties;
  /** Counts the work, and may throw. */
  spend(steps: number): void;
}

export function patternReading(
  limits: StructureLimits,
  spend: (steps: number) => void = () => undefined,
): PatternReading {
  return { limits, properties: new UnicodeProperties(), spend };
}

export const JAVASCRIPT: PatternFlags = {
  ignoreCase: false,
  dotAll: false,
  extended: false,
  lineEnds: "javascript",
  lookAhead: true,
};

/** Flags for Python's and Rust's regular expressions. */
export const OTHER_LANGUAGES: PatternFlags = { ...JAVASCRIPT, lineEnds: "newline", lookAhead: false };
