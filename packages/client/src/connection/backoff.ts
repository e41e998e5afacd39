/**
 * Returns the delay before attempt number `attempt` (from 1), in milliseconds: doubled each time between the two
 * bounds, and random within its upper half, to spread the clients of a restarted server.
 */
export function backoffDelay(
  attempt: number,
  [initial, longest]: readonly [number, number],
  random: () => number = Math.random,
): number {
  const full = Math.min(longest, initial * 2 ** Math.min(attempt - 1, 30));
  return full / 2 + (full / 2) * random();
}
