import { type FlintServer, type KeyRecord, readKeys, ServerError } from "@flint/server";
import type { Logger } from "pino";
import type { AuditLog } from "../audit/index.ts";
import { changesOf, type EffectiveConfig } from "../config/index.ts";
import { CliError, UsageError } from "../error/index.ts";
import { watchSince } from "./file-watch.ts";
import type { Hangups } from "./hangups.ts";

export interface ReloadOptions {
  /** The active configuration. */
  readonly effective: EffectiveConfig;
  /** Rereads the configuration. Rejects with {@link UsageError} if it is invalid. */
  resolve(): Promise<EffectiveConfig>;
  readonly server: Pick<FlintServer, "reload">;
  readonly logger: Logger;
  /** The active keys. Null: no key is required, and nothing is audited. */
  readonly keys: readonly KeyRecord[] | null;
  readonly audit: Pick<AuditLog, "append">;
}

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
      // Report a retry, which happens every second, only once.
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
  /** Reloads configuration and keys and applies what can change. Resolves to a line with the result. */
  reload(): Promise<string>;
  /** Reloads only the keys. */
  reloadKeys(): Promise<string>;
  /** Whether the last reload of the keys failed because the audit log was not writable. */
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
      // A lost key file must not open a server that requires keys.
      if (inForce === null) return "";
      audit("keys.refused", { file: path, why: "it no longer exists" });
      return `reload: the keys are unchanged: ${path} no longer exists`;
    }
    try {
      options.audit.append("keys.reloaded", { file: path, keys: keys.length });
    } catch (error) {
      // Revoked keys are locked out even if the log is not writable.
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
    // Settings that need a restart keep their old values, so every reload reports them until the restart.
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

/** Reads the key file: its keys, null if there is none, or the reason why it is unusable. */
async function keysIn(path: string): Promise<readonly KeyRecord[] | string | null> {
  try {
    return await readKeys(path);
  } catch (error) {
    if (error instanceof ServerError) return error.message;
    throw error;
  }
}

/** Returns the active keys that the new file does not revoke. */
function withoutRevoked(inForce: readonly KeyRecord[], next: readonly KeyRecord[]): readonly KeyRecord[] {
  const revoked = new Map(next.map(({ id, revoked }) => [id, revoked]));
  return inForce.flatMap((key) => {
    const at = revoked.get(key.id);
    return at === undefined ? [] : [{ ...key, revoked: at ?? key.revoked }];
  });
}

/** Reports a failure to write the audit log, in which case only revocations were applied. */
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
