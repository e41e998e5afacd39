import type { FlintServer } from "@flint/server";
import type { Logger } from "pino";
import { changesOf, type EffectiveConfig } from "../config/index.ts";
import { UsageError } from "../error/index.ts";

export interface ReloadOptions {
  /** The configuration in force. */
  readonly effective: EffectiveConfig;
  /** Reads the configuration again. Rejects with {@link UsageError} where it is faulty. */
  resolve(): Promise<EffectiveConfig>;
  readonly server: Pick<FlintServer, "reload">;
  readonly logger: Logger;
}

/** On SIGHUP the configuration is read again; one line on stderr says what came of it. */
export function reloadOnHangup(options: ReloadOptions): void {
  const reload = reloader(options);
  let last: Promise<void> = Promise.resolve();
  process.on("SIGHUP", () => {
    last = last.then(reload).then((line) => void process.stderr.write(`${line}\n`));
  });
}

/** Reads the configuration again and puts what can change into force. The line says what came of it. */
export function reloader({ effective, resolve, server, logger }: ReloadOptions): () => Promise<string> {
  let current = effective;
  return async () => {
    let next: EffectiveConfig;
    try {
      next = await resolve();
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      return `reload: the configuration stays as it was: ${error.message}`;
    }
    const { reloads, restarts } = changesOf(current, next);
    const { limits, logLevel } = next.config;
    server.reload({ limits });
    logger.level = logLevel;
    // What takes a restart is told again with each reload, until there has been one.
    current = { ...next, config: { ...current.config, limits, logLevel } };
    return `reload: ${[changed(reloads), waiting(restarts)].filter((part) => part !== "").join("; ")}`;
  };
}

function changed(names: readonly string[]): string {
  return names.length === 0 ? "nothing changed" : `changed ${names.join(", ")}`;
}

function waiting(names: readonly string[]): string {
  return names.length === 0 ? "" : `${names.join(", ")} will change with the next start`;
}
