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
  /** Those in force. Null: it takes whoever comes, and nothing is audited. */
  readonly keys: readonly KeyRecord[] | null;
  readonly audit: Pick<AuditLog, "append">;
}

export interface ReloadCauses {
  readonly hangups: Hangups;
  /** The state of the file of keys before it was read. */
  readonly keysSince: string;
}

export interface Reloading {
  /** Whether requests take a key by now: what is done to the server is audited then. */
  readonly takesKeys: boolean;
  /** Nothing is read again from then on. */
  end(): void;
}

/**
 * On SIGHUP the configuration and the keys are read again, and the keys also when their file changes, or has changed
 * while the server started, and as long as they could not be taken for want of the log. A line on stderr says what came
 * of it.
 */
export function reloadOnChange(options: ReloadOptions, { hangups, keysSince }: ReloadCauses): Reloading {
  const all = reloader(options);
  const path = options.effective.config.keys;
  let last: Promise<void> = Promise.resolve();
  const after = (work: () => Promise<void>) => {
    last = last.then(work);
    return last;
  };
  hangups.take(() => after(async () => tell(await all.reload())));
  let said = "";
  const unwatch = watchSince(path, keysSince, async () => {
    await after(async () => {
      const isRetry = all.keysWait;
      const line = await all.reloadKeys();
      // What is tried again each second is said once.
      if (!isRetry || line !== said) tell(line);
      said = line;
    });
    return !all.keysWait;
  });
  return {
    get takesKeys() {
      return all.takesKeys;
    },
    end: () => {
      unwatch();
      hangups.take(() => undefined);
    },
  };
}

export interface Reloader {
  /** Reads configuration and keys again and puts what can change into force. The line says what came of it. */
  reload(): Promise<string>;
  /** The keys alone. */
  reloadKeys(): Promise<string>;
  /** Whether the log could not be written when the keys were read last: they are to be read again. */
  readonly keysWait: boolean;
  readonly takesKeys: boolean;
}

export function reloader({ effective, resolve, server, logger, ...options }: ReloadOptions): Reloader {
  let current = effective;
  let inForce = options.keys;
  let keysWait = false;
  const audit: AuditLog["append"] = (act, facts) => {
    if (inForce !== null) options.audit.append(act, facts);
  };
  const take = (keys: readonly KeyRecord[]) => {
    inForce = keys;
    server.reload({ keys });
  };
  const reloadKeys = async (): Promise<string> => {
    keysWait = true;
    const line = await readKeysAgain();
    keysWait = false;
    return line;
  };
  const readKeysAgain = async (): Promise<string> => {
    const path = current.config.keys;
    const keys = await keysIn(path);
    if (typeof keys === "string") {
      audit("keys.refused", { file: path, why: keys });
      return `reload: the keys are unchanged: ${keys}`;
    }
    if (keys === null) {
      // A server that takes keys goes on doing so: a file that is lost must not open it.
      if (inForce === null) return "";
      audit("keys.refused", { file: path, why: "it no longer exists" });
      return `reload: the keys are unchanged: ${path} no longer exists`;
    }
    try {
      options.audit.append("keys.reloaded", { file: path, keys: keys.length });
    } catch (error) {
      // Nobody who is shut out is let in for want of a log.
      if (inForce !== null) take(withoutRevoked(inForce, keys));
      throw error;
    }
    take(keys);
    return `reload: ${keys.length} keys`;
  };
  const refuseConfig = (why: string): string => {
    audit("config.refused", { why });
    return `reload: the configuration is unchanged: ${why}`;
  };
  const reloadConfig = async (): Promise<string> => {
    let next: EffectiveConfig;
    try {
      next = await resolve();
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      return refuseConfig(error.message);
    }
    // One that was found and not named is no error when it is missing, but what it said still holds.
    if (current.file !== null && next.file === null) return refuseConfig(`${current.file} no longer exists`);
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
    get keysWait() {
      return keysWait;
    },
    get takesKeys() {
      return inForce !== null;
    },
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

/** Of the keys in force those that are valid by the next ones, too. */
function withoutRevoked(inForce: readonly KeyRecord[], next: readonly KeyRecord[]): readonly KeyRecord[] {
  const revoked = new Map(next.map(({ id, revoked }) => [id, revoked]));
  return inForce.flatMap((key) => {
    const at = revoked.get(key.id);
    return at === undefined ? [] : [{ ...key, revoked: at ?? key.revoked }];
  });
}

/** Where the audit log cannot be written, nothing has changed but for keys that were taken back. */
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
  return names.length === 0 ? "" : `${names.join(", ")} will change at the next start`;
}
