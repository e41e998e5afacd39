/**
 * Looks again when what has arrived is read: where this process was busy, or stopped, for longer than something may take,
 * the timer that waits for it comes before it.
 */
export function afterReading(look: () => void): ReturnType<typeof setTimeout> {
  return setTimeout(look, 0);
}
