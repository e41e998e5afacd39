/** How the values of several measurements lie. */
export interface Spread {
  readonly median: number;
  readonly lower_quartile: number;
  readonly upper_quartile: number;
  readonly min: number;
  readonly max: number;
}

/** @throws RangeError if there is no value. */
export function spread(values: readonly number[]): Spread {
  if (values.length === 0) throw new RangeError("a spread needs at least one value");
  const sorted = [...values].sort((a, b) => a - b);
  return {
    median: between(sorted, 0.5),
    lower_quartile: between(sorted, 0.25),
    upper_quartile: between(sorted, 0.75),
    min: between(sorted, 0),
    max: between(sorted, 1),
  };
}

/** @throws RangeError if there is no value. */
export function quantile(values: readonly number[], share: number): number {
  if (values.length === 0) throw new RangeError("a quantile needs at least one value");
  return between(
    [...values].sort((a, b) => a - b),
    share,
  );
}

/** Between two values the quantile lies on the straight line that joins them. */
function between(sorted: readonly number[], share: number): number {
  const position = share * (sorted.length - 1);
  const below = sorted[Math.floor(position)] ?? Number.NaN;
  const above = sorted[Math.ceil(position)] ?? Number.NaN;
  return below + (above - below) * (position % 1);
}
