const FIRST = 250;

/** Returns the milliseconds before a retry: what the server asks for, or else exponential backoff with jitter. */
export function retryPause(attempt: number, retryAfter: number | null): number {
  if (retryAfter !== null) return retryAfter;
  const most = FIRST * 2 ** (attempt - 1);
  return most / 2 + (Math.random() * most) / 2;
}
