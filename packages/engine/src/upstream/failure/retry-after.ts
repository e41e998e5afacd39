type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** Returns the requested delay in milliseconds, from `retry-after` (seconds or a date) or `retry-after-ms`. */
export function retryAfterOf(headers: Headers, now: number = Date.now()): number | null {
  const exact = Number(single(headers["retry-after-ms"]));
  if (Number.isFinite(exact) && exact > 0) return exact;
  const text = single(headers["retry-after"])?.trim();
  if (text === undefined || text === "") return null;
  const seconds = Number(text);
  if (Number.isFinite(seconds)) return seconds >= 0 ? seconds * 1000 : null;
  const date = Date.parse(text);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}

function single(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
