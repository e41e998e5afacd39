/** The listeners that wait for each signal. */
const listeners = new WeakMap<AbortSignal, Set<() => void>>();

/**
 * Calls `listener` once when the signal is aborted (at once if it already is), unless the returned function is called
 * first. All listeners of a signal share one event listener, because Node warns of a leak above ten.
 */
export function onAbort(signal: AbortSignal, listener: () => void): () => void {
  if (signal.aborted) {
    listener();
    return () => undefined;
  }
  const waiting = listeners.get(signal) ?? listen(signal);
  // A separate function for each call, since the same listener may be registered twice.
  const entry = (): void => listener();
  waiting.add(entry);
  return () => void waiting.delete(entry);
}

function listen(signal: AbortSignal): Set<() => void> {
  const waiting = new Set<() => void>();
  listeners.set(signal, waiting);
  const abort = (): void => {
    for (const entry of waiting) {
      waiting.delete(entry);
      entry();
    }
  };
  signal.addEventListener("abort", abort, { once: true });
  return waiting;
}
