/**
 * Runs `look` after pending input has been read. If the process was busy or suspended for longer than a timeout, its
 * timer fires before the data that has already arrived is read.
 */
export function afterReading(callback: () => void): ReturnType<typeof setTimeout> {
  return setTimeout(callback, 0);
}
