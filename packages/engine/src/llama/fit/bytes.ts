const UNITS = ["kB", "MB", "GB", "TB"];

/** Formats bytes, such as `4.3 GB`. */
export function bytes(count: number): string {
  let value = count / 1000;
  let unit = 0;
  while (value >= 999.5 && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${value >= 100 ? Math.round(value) : Number(value.toPrecision(2))} ${UNITS[unit]}`;
}
