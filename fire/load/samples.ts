/** A value at a point in time. */
export interface Sample {
  /** Seconds since the start. */
  readonly at: number;
  readonly value: number;
}

export interface Course {
  /** Means of the first and last third. */
  readonly first: number;
  readonly last: number;
  /** Slope of the best-fitting line, per hour. */
  readonly slope: number;
}

/** @throws RangeError if there are fewer than three samples. */
export function courseOf(samples: readonly Sample[]): Course {
  if (samples.length < 3) throw new RangeError("at least three samples are needed");
  const third = Math.floor(samples.length / 3);
  return {
    first: mean(samples.slice(0, third).map(({ value }) => value)),
    last: mean(samples.slice(-third).map(({ value }) => value)),
    slope: slopeOf(samples) * 3_600,
  };
}

function slopeOf(samples: readonly Sample[]): number {
  const at = mean(samples.map((sample) => sample.at));
  const value = mean(samples.map((sample) => sample.value));
  let together = 0;
  let spread = 0;
  for (const sample of samples) {
    together += (sample.at - at) * (sample.value - value);
    spread += (sample.at - at) ** 2;
  }
  return spread === 0 ? 0 : together / spread;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Rounds to one decimal place for display. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
