import type { CharSet } from "../grammar/index.ts";
import type { StructureLimits } from "../limits.ts";
import { UnicodeProperties } from "./unicode-property.ts";

/** A regular expression as it was read. */
export type Pattern =
  | { readonly type: "character"; readonly set: CharSet }
  | { readonly type: "sequence"; readonly parts: readonly Pattern[] }
  | { readonly type: "choice"; readonly options: readonly Pattern[] }
  | { readonly type: "repeat"; readonly of: Pattern; readonly min: number; readonly max: number }
  | { readonly type: "anchor"; readonly at: "start" | "end" }
  | { readonly type: "ahead"; readonly of: Pattern; readonly isNegated: boolean };

export interface PatternFlags {
  readonly ignoreCase: boolean;
  /** `.` matches line ends too. */
  readonly dotAll: boolean;
  /** White space and comments are left out. */
  readonly extended: boolean;
  /** What ends a line, and so is not matched by `.`: in JavaScript also the carriage return and two more. */
  readonly lineEnds: "javascript" | "newline";
  /** Look-ahead is read; nothing but an automaton can be made of it. */
  readonly lookAhead: boolean;
}

/** What the patterns of one definition are read with. */
export interface PatternReading {
  readonly limits: StructureLimits;
  readonly properties: UnicodeProperties;
  /** Takes note of the work, and may throw. */
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

/** As Python's and Rust's are. */
export const ELSEWHERE: PatternFlags = { ...JAVASCRIPT, lineEnds: "newline", lookAhead: false };
