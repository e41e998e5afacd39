/** A server's usage report for an answer, and its model's confidence. Missing or invalid values are null. */
export interface ReportedUsage {
  readonly promptTokens: number | null;
  readonly reusedTokens: number | null;
  readonly outputTokens: number | null;
  readonly reasoningTokens: number | null;
  readonly drafted: number | null;
  readonly accepted: number | null;
  /** See `Finish`. */
  readonly confidence: number | null;
}

export const NO_USAGE: ReportedUsage = {
  promptTokens: null,
  reusedTokens: null,
  outputTokens: null,
  reasoningTokens: null,
  drafted: null,
  accepted: null,
  confidence: null,
};

export type Json = Readonly<Record<string, unknown>>;

export function recordOf(value: unknown): Json {
  return typeof value === "object" && value !== null ? (value as Json) : {};
}

/** More than any context; larger counts are invalid. */
const MOST_TOKENS = 2 ** 31;

/** Returns a valid count, or null. */
export function countOf(value: unknown): number | null {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) < MOST_TOKENS
    ? (value as number)
    : null;
}

/** Returns a valid probability, or null. */
function probabilityOf(value: unknown): number | null {
  return typeof value === "number" && value >= 0 && value <= 1 ? value : null;
}

/** Merges newly reported counts into earlier ones. */
export function mergeUsage(before: ReportedUsage, now: Partial<ReportedUsage>): ReportedUsage {
  const told = Object.entries(now).filter(([, count]) => count !== null && count !== undefined);
  return { ...before, ...Object.fromEntries(told) };
}

/** Reads what another Flint server adds: draft counts and confidence. */
export function flintOf({ flint }: Json): Partial<ReportedUsage> {
  const { timings, confidence } = recordOf(flint);
  const { drafted, accepted } = recordOf(timings);
  return { drafted: countOf(drafted), accepted: countOf(accepted), confidence: probabilityOf(confidence) };
}
