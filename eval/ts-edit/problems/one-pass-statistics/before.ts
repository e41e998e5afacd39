export interface Summary {
  readonly count: number;
  readonly sum: number;
  readonly mean: number;
  readonly min: number;
  readonly max: number;
  /** How many are below zero. */
  readonly negative: number;
}

export function summarize(values: readonly number[]): Summary | null {
  if (values.length === 0) return null;
  const sum = values.reduce((total, value) => total + value, 0);
  return {
    count: values.length,
    sum,
    mean: sum / values.length,
    min: Math.min(...values),
    max: Math.max(...values),
    negative: values.filter((value) => value < 0).length,
  };
}

export function formatSummary(summary: Summary | null): string {
  if (summary === null) return "no values";
  return `${summary.count} values, ${summary.min} to ${summary.max}, mean ${summary.mean.toFixed(2)}`;
}
