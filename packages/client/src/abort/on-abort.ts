/** What each signal stops. */
const listeners = new WeakMap<AbortSignal, Set<() => void>>();

/**
 * Calls back once when the signal is aborted, at once where it is already, until the returned function is called. Any number may wait for one
 * signal: it has a single listener of all of them, as Node warns of a leak where there are more than ten.
 */
export function onAbort(signal: AbortSignal, listener: () => void): () => void {
  if (signal.aborted) {
    listener();
    return () => undefined;
  }
  const waiting = listeners.get(signal) ?? listen(signal);
  // Of its own, as the same function may wait twice.
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
