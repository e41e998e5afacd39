/** Timers, so that tests need not wait. */
export interface Timers {
  set(run: () => void, ms: number): number;
  clear(id: number): void;
}

export interface PollOptions {
  readonly intervalMs: number;
  readonly attempts: number;
  readonly timers: Timers;
  readonly signal?: AbortSignal;
}

/** Checks until there is a value; undefined after the last attempt. */
export async function poll<T>(check: () => Promise<T | undefined>, options: PollOptions): Promise<T | undefined> {
  const { intervalMs, attempts, timers, signal } = options;
  if (signal === undefined) return attemptAll(check, options, (pause) => timers.set(pause, intervalMs));
  signal.throwIfAborted();
  let timer: number | null = null;
  let abort = () => {};
  const aborted = new Promise<never>((_, reject) => {
    abort = () => {
      if (timer !== null) timers.clear(timer);
      reject(signal.reason);
    };
    signal.addEventListener("abort", abort);
  });
  const set = (run: () => void) => {
    if (!signal.aborted) timer = timers.set(run, intervalMs);
  };
  try {
    return await Promise.race([attemptAll(check, options, set), aborted]);
  } finally {
    signal.removeEventListener("abort", abort);
  }
}

async function attemptAll<T>(
  check: () => Promise<T | undefined>,
  { attempts }: PollOptions,
  pause: (run: () => void) => void,
): Promise<T | undefined> {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const value = await check();
    if (value !== undefined) return value;
    if (attempt < attempts) {
      await new Promise<void>((resolve) => {
        pause(resolve);
      });
    }
  }
  return undefined;
}

export function waitForJob(id: string, status: (id: string) => Promise<string>, timers: Timers) {
  const done = async () => ((await status(id)) === "done" ? id : undefined);
  return poll(done, { intervalMs: 1000, attempts: 60, timers });
}
