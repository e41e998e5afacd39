export interface Stopwatch {
  start(): void;
  stop(): void;
  reset(): void;
  /** Milliseconds, those of a running watch included. */
  readonly elapsed: number;
}

export function createStopwatch(now: () => number = Date.now): Stopwatch {
  let startedAt: number | null = null;
  let total = 0;

  return {
    start() {
      if (startedAt === null) startedAt = now();
    },
    stop() {
      if (startedAt === null) return;
      total += now() - startedAt;
      startedAt = null;
    },
    reset() {
      startedAt = null;
      total = 0;
    },
    get elapsed() {
      return total + (startedAt === null ? 0 : now() - startedAt);
    },
  };
}

export function formatElapsed(watch: { readonly elapsed: number }): string {
  return `${(watch.elapsed / 1000).toFixed(1)} s`;
}
