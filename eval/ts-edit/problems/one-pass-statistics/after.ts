export interface Summary {
  readonly count: number;
  readonly sum: number;
  readonly mean: number;
  readonly min: number;
  readonly max: number;
  /** How many are below zero. */
  readonly negative: number;
}

export function summarize(values: Iterable<number>): Summary | null {
  let count = 0;
  let sum = 0;
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  let negative = 0;
  for (const value of values) {
    count++;
    sum += value;
    min = Math.min(min, value);
    max = Math.max(max, value);
    if (value < 0) negative++;
  }
  return count === 0 ? null : { count, sum, mean: sum / count, min, max, negative };
}

export function formatSummary(summary: Summary | null): string {
  if (summary === null) return "no values";
  return `${summary.count} values, ${summary.min} to ${summary.max}, mean ${summary.mean.toFixed(2)}`;
}
