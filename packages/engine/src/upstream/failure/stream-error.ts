import { recordOf } from "../usage.ts";

/** Returns the headers contained in an error within a stream. */
export function headersWithin(error: unknown): Record<string, string> {
  const entries = Object.entries(recordOf(recordOf(error).headers));
  return Object.fromEntries(entries.map(([name, value]) => [name.toLowerCase(), String(value)]));
}

/** Returns the HTTP status equivalent to an error within a stream. */
export function statusWithin(error: unknown): number {
  // LM Studio's error for an unknown path.
  if (typeof error === "string" && /^unexpected endpoint/i.test(error)) return 404;
  const { code, status, status_code, type } = recordOf(error);
  const number = [code, status, status_code].map(Number).find((it) => it >= 400 && it < 600);
  if (number !== undefined) return number;
  if (code === "rate_limit_exceeded" || type === "rate_limit_error") return 429;
  return type === "invalid_request_error" || type === "BadRequestError" ? 400 : 0;
}
