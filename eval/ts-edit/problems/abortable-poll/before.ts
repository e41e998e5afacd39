/** Timers, so that tests need not wait. */
export interface Timers {
  set(run: () => void, ms: number): number;
  clear(id: number): void;
}

export interface PollOptions {
  readonly intervalMs: number;
  readonly attempts: number;
  readonly timers: Timers;
}

/** Checks until there is a value; undefined after the last attempt. */
export async function poll<T>(check: () => Promise<T | undefined>, options: PollOptions): Promise<T | undefined> {
  const { intervalMs, attempts, timers } = options;
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const value = await check();
    if (value !== undefined) return value;
    if (attempt < attempts) {
      await new Promise<void>((resolve) => {
        timers.set(resolve, intervalMs);
      });
    }
  }
  return undefined;
}

export function waitForJob(id: string, status: (id: string) => Promise<string>, timers: Timers) {
  const done = async () => ((await status(id)) === "done" ? id : undefined);
  return poll(done, { intervalMs: 1000, attempts: 60, timers });
}
