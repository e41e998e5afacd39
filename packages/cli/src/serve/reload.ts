import { printableLines } from "../paint/index.ts";
import { watchSince } from "./file-watch.ts";
import type { Hangups } from "./hangups.ts";
import { Reloader, type ReloaderOptions } from "./reloader.ts";

export interface ReloadCauses {
  readonly hangups: Hangups;
  /** The state of the key file before it was read. */
  readonly keysSince: string;
}

export interface Reloading {
  /** Whether requests need a key; administrative acts are then audited. */
  readonly takesKeys: boolean;
  /** Stops reloading. */
  end(): void;
}

/**
 * Reloads configuration and keys on SIGHUP. Also reloads the keys when their file changes (even during startup), and
 * retries while the audit log is not writable. Reports each result in a line on stderr.
 */
export function reloadOnChange(options: ReloaderOptions, { hangups, keysSince }: ReloadCauses): Reloading {
  const reloader = new Reloader(options);
  const path = options.effective.config.keys;
  let last: Promise<void> = Promise.resolve();
  const after = (work: () => Promise<void>) => {
    last = last.then(work);
    return last;
  };
  hangups.take(() => after(async () => tell(await reloader.reload())));
  let said = "";
  const unwatch = watchSince(path, keysSince, async () => {
    await after(async () => {
      const isRetry = reloader.isKeyReloadPending;
      const line = await reloader.reloadKeys();
      // Report a retry, which happens every second, only once.
      if (!isRetry || line !== said) tell(line);
      said = line;
    });
    return !reloader.isKeyReloadPending;
  });
  return {
    get takesKeys() {
      return reloader.takesKeys;
    },
    end: () => {
      unwatch();
      hangups.take(() => undefined);
    },
  };
}

function tell(line: string): void {
  if (line !== "") process.stderr.write(`${printableLines(line)}\n`);
}
