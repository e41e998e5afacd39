import { type FlintServer, type KeyRecord, readKeys, ServerError } from "@flint/server";
import type { Logger } from "pino";
import type { AuditLog } from "../audit/index.ts";
import { changesOf, type EffectiveConfig } from "../config/index.ts";
import { CliError, UsageError } from "../error/index.ts";
import { watchSince } from "./file-watch.ts";
import type { Hangups } from "./hangups.ts";

export interface ReloadOptions {
  /** The configuration in force. */
  readonly effective: EffectiveConfig;
  /** Reads the configuration again. Rejects with {@link UsageError} where it is faulty. */
  resolve(): Promise<EffectiveConfig>;
  readonly server: Pick<FlintServer, "reload">;
  readonly logger: Logger;
  /** Whether the server takes requests with a key only. Where it takes whoever comes, nothing is audited. */
  readonly takesKeys: boolean;
  readonly audit: Pick<AuditLog, "append">;
}

export interface ReloadCauses {
  readonly hangups: Hangups;
  /** The state of the file of keys before it was read. */
  readonly keysSince: string;
}

/**
 * On SIGHUP the configuration and the keys are read again, and the keys also when their file changes, or has changed
 * while the server started. A line on stderr says what came of it. The result ends that.
 */
export function reloadOnChange(options: ReloadOptions, { hangups, keysSince }: ReloadCauses): () => void {
  const { reload, reloadKeys } = reloader(options);
  const path = options.effective.config.keys;
  let last: Promise<void> = Promise.resolve();
  const after = (work: () => Promise<string>) => {
    last = last.then(work).then(tell);
  };
  hangups.take(() => after(reload));
  const unwatch = watchSince(path, keysSince, () => after(reloadKeys));
  return () => {
    unwatch();
    hangups.take(() => undefined);
  };
}

export interface Reloader {
  /** Reads configuration and keys again and puts what can change into force. The line says what came of it. */
  reload(): Promise<string>;
  /** The keys alone. */
  reloadKeys(): Promise<string>;
}

export function reloader({ effective, resolve, server, logger, ...options }: ReloadOptions): Reloader {
  let current = effective;
  let { takesKeys } = options;
  const audit: AuditLog["append"] = (act, facts) => {
    if (takesKeys) options.audit.append(act, facts);
  };
  const reloadKeys = async (): Promise<string> => {
    const path = current.config.keys;
    const keys = await keysIn(path);
    if (typeof keys === "string") {
      audit("keys.refused", { file: path, why: keys });
      return `reload: the keys stay as they were: ${keys}`;
    }
    if (keys === null) {
      // A server that takes keys goes on doing so: a file that is lost must not open it.
      return !takesKeys ? "" : `reload: the keys stay as they were: ${path} is gone`;
    }
    options.audit.append("keys.reloaded", { file: path, keys: keys.length });
    server.reload({ keys });
    takesKeys = true;
    return `reload: ${keys.length} keys`;
  };
  const reloadConfig = async (): Promise<string> => {
    let next: EffectiveConfig;
    try {
      next = await resolve();
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      audit("config.refused", { why: error.message });
      return `reload: the configuration stays as it was: ${error.message}`;
    }
    const { reloads, restarts } = changesOf(current, next);
    const { limits, logLevel, prices } = next.config;
    audit("config.reloaded", { changed: reloads, waiting: restarts });
    server.reload({ limits, prices });
    logger.level = logLevel;
    // What takes a restart is told again with each reload, until there has been one.
    current = { ...next, config: { ...current.config, limits, logLevel, prices } };
    return `reload: ${[changed(reloads), waiting(restarts)].filter((part) => part !== "").join("; ")}`;
  };
  return {
    reloadKeys: () => toldFailure(reloadKeys),
    reload: async () => {
      const lines = [await toldFailure(reloadConfig), await toldFailure(reloadKeys)];
      return lines.filter((line) => line !== "").join("\n");
    },
  };
}

/** The keys of the file; null where there is none; the reason where they cannot be used. */
async function keysIn(path: string): Promise<readonly KeyRecord[] | string | null> {
  try {
    return await readKeys(path);
  } catch (error) {
    if (error instanceof ServerError) return error.message;
    throw error;
  }
}

/** Where the audit log cannot be written, nothing has changed. */
async function toldFailure(work: () => Promise<string>): Promise<string> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    return `reload: ${error.message}`;
  }
}

function tell(line: string): void {
  if (line !== "") process.stderr.write(`${line}\n`);
}

function changed(names: readonly string[]): string {
  return names.length === 0 ? "nothing changed" : `changed ${names.join(", ")}`;
}

function waiting(names: readonly string[]): string {
  return names.length === 0 ? "" : `${names.join(", ")} will change with the next start`;
}
