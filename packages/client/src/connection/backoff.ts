/**
 * Milliseconds before attempt number `attempt` (from 1): doubled each time between the two bounds, and drawn
 * from its upper half, so that many clients of a restarted server do not come back all at once.
 */
export function backoffDelay(
  attempt: number,
  [initial, longest]: readonly [number, number],
  random: () => number = Math.random,
): number {
  const full = Math.min(longest, initial * 2 ** Math.min(attempt - 1, 30));
  return full / 2 + (full / 2) * random();
}
