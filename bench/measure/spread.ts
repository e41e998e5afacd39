/** How the values of several measurements lie. */
export interface Spread {
  readonly median: number;
  readonly lower_quartile: number;
  readonly upper_quartile: number;
  readonly min: number;
  readonly max: number;
}

/** @throws RangeError if there is no value, or one that is no number. */
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

/** @throws RangeError if there is no value, or one that is no number. */
export function quantile(values: readonly number[], share: number): number {
  return between(inOrder(values), share);
}

/** What was not measured must not pass for a figure: sorting would put it anywhere. */
function inOrder(values: readonly number[]): number[] {
  if (values.length === 0) throw new RangeError("nothing was measured");
  const other = values.find((value) => !Number.isFinite(value));
  if (other !== undefined) throw new RangeError(`${other} was measured, which is no figure`);
  return [...values].sort((a, b) => a - b);
}

/** Between two values the quantile lies on the straight line that joins them. */
function between(sorted: readonly number[], share: number): number {
  const position = share * (sorted.length - 1);
  const below = sorted[Math.floor(position)] ?? Number.NaN;
  const above = sorted[Math.ceil(position)] ?? Number.NaN;
  return below + (above - below) * (position % 1);
}
