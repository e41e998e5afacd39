import { UsageError } from "../error/index.ts";

const DAY = 86_400_000;

/** Parses `90d`, `12h`, `2027-01-31` or an ISO 8601 time into a UTC time. Throws {@link UsageError} `bad_option`. */
export function expiryOf(text: string, now: Date): string {
  const [, number, unit] = /^(\d{1,6})([dh])$/.exec(text) ?? [];
  const isDate = /^\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:\d\d))?$/.test(text);
  const after = number === undefined ? null : Number(number) * (unit === "d" ? DAY : DAY / 24);
  const at = after === null ? (isDate ? Date.parse(text) : Number.NaN) : now.getTime() + after;
  if (!Number.isFinite(at)) {
    throw new UsageError("bad_option", `--expires ${text}: expected a time such as 90d, 12h or 2027-01-31`);
  }
  if (at <= now.getTime()) throw new UsageError("bad_option", `--expires ${text}: this time is in the past`);
  return new Date(at).toISOString();
}
