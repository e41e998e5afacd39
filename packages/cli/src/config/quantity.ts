const BYTES: Readonly<Record<string, number>> = {
  "": 1,
  KB: 1e3,
  MB: 1e6,
  GB: 1e9,
  KIB: 1024,
  MIB: 1024 ** 2,
  GIB: 1024 ** 3,
};
const MILLISECONDS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

/** JSON Schema pattern of a size, such as `6GB` or `32MiB`. */
export const SIZE = "^\\d+(\\.\\d+)? ?([KMGkmg]i?[Bb])$";
/** JSON Schema pattern of a duration, such as `500ms`, `30s`, `10m`, `2h` or `30d`. */
export const DURATION = "^\\d+(\\.\\d+)? ?(ms|s|m|h|d)$";

/** Parses a text that matches {@link SIZE}, in bytes. */
export function bytesOf(text: string): number {
  return quantity(text, (unit) => BYTES[unit.toUpperCase()]);
}

/** Parses a text that matches {@link DURATION}, in milliseconds. */
export function millisecondsOf(text: string): number {
  return quantity(text, (unit) => MILLISECONDS[unit]);
}

function quantity(text: string, factorOf: (unit: string) => number | undefined): number {
  const [, number = "", unit = ""] = /^([\d.]+) ?([A-Za-z]*)$/.exec(text) ?? [];
  return Math.round(Number(number) * (factorOf(unit) ?? Number.NaN));
}
