/** What a server tells of an answer's costs, and of how sure its model is. What it does not tell, or cannot be, is null. */
export interface ToldUsage {
  readonly promptTokens: number | null;
  readonly reusedTokens: number | null;
  readonly outputTokens: number | null;
  readonly reasoningTokens: number | null;
  readonly drafted: number | null;
  readonly accepted: number | null;
  /** See `Finish`. */
  readonly confidence: number | null;
}

export const NOTHING_TOLD: ToldUsage = {
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

/** More than any context holds: a count beyond it is a mistake. */
const MOST_TOKENS = 2 ** 31;

/** A count as servers tell it; null for what is none. */
export function countOf(value: unknown): number | null {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) < MOST_TOKENS
    ? (value as number)
    : null;
}

/** A probability; null for what is none. */
function probabilityOf(value: unknown): number | null {
  return typeof value === "number" && value >= 0 && value <= 1 ? value : null;
}

/** The earlier counts with those that are told now. */
export function joined(before: ToldUsage, now: Partial<ToldUsage>): ToldUsage {
  const told = Object.entries(now).filter(([, count]) => count !== null && count !== undefined);
  return { ...before, ...Object.fromEntries(told) };
}

/** What another Flint tells beside: what it drafted, and how sure its model is. */
export function flintOf({ flint }: Json): Partial<ToldUsage> {
  const { timings, confidence } = recordOf(flint);
  const { drafted, accepted } = recordOf(timings);
  return { drafted: countOf(drafted), accepted: countOf(accepted), confidence: probabilityOf(confidence) };
}
