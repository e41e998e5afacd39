const FIRST = 250;

/**
 * Milliseconds to wait before a server is asked again: what it asks for itself, else twice as long each time, and not the
 * same for all who wait.
 */
export function retryPause(attempt: number, retryAfter: number | null): number {
  if (retryAfter !== null) return retryAfter;
  const most = FIRST * 2 ** (attempt - 1);
  return most / 2 + (Math.random() * most) / 2;
}
