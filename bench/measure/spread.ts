/** The distribution of a metric over several measurements. */
export interface Spread {
  readonly median: number;
  readonly lower_quartile: number;
  readonly upper_quartile: number;
  readonly min: number;
  readonly max: number;
}

/** @throws RangeError if there are no values, or one is not a finite number. */
export function spread(values: readonly number[]): Spread {
  const sorted = inOrder(values);
  return {
    median: between(sorted, 0.5),
    lower_quartile: between(sorted, 0.25),
    upper_quartile: between(sorted, 0.75),
    min: between(sorted, 0),
    max: between(sorted, 1),
  };
}

/** @throws RangeError if there are no values, or one is not a finite number. */
export function quantile(values: readonly number[], share: number): number {
  return between(inOrder(values), share);
}

/** Throws for missing values: sorting would put NaN anywhere. */
function inOrder(values: readonly number[]): number[] {
  if (values.length === 0) throw new RangeError("nothing was measured");
  const other = values.find((value) => !Number.isFinite(value));
  if (other !== undefined) throw new RangeError(`${other} was measured, which is no figure`);
  return [...values].sort((a, b) => a - b);
}

/** Returns a quantile, by linear interpolation between two values. */
function between(sorted: readonly number[], share: number): number {
  const position = share * (sorted.length - 1);
  const below = sorted[Math.floor(position)] ?? Number.NaN;
  const above = sorted[Math.ceil(position)] ?? Number.NaN;
  return below + (above - below) * (position % 1);
}
