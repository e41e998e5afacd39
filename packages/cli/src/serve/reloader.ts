import { type FlintServer, type KeyRecord, readKeys, ServerError } from "@flint/server";
import type { Logger } from "pino";
import type { AuditLog } from "../audit/index.ts";
import { changesOf, type EffectiveConfig } from "../config/index.ts";
import { CliError, UsageError } from "../error/index.ts";

export interface ReloaderOptions {
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

/** Rereads configuration and keys, and applies what can change while the server runs. */
export class Reloader {
  readonly #options: ReloaderOptions;
  #config: EffectiveConfig;
  #keys: readonly KeyRecord[] | null;
  #isKeyReloadPending = false;

  constructor(options: ReloaderOptions) {
    this.#options = options;
    this.#config = options.effective;
    this.#keys = options.keys;
  }

  /** Whether the audit log was not writable at the last read of the keys: reload them again. */
  get isKeyReloadPending(): boolean {
    return this.#isKeyReloadPending;
  }

  /** Whether requests need a key. */
  get takesKeys(): boolean {
    return this.#keys !== null;
  }

  /** Rereads configuration and keys. Returns a line about each result. */
  async reload(): Promise<string> {
    const lines = [await withFailureMessage(() => this.#reloadConfig()), await this.reloadKeys()];
    return lines.filter((line) => line !== "").join("\n");
  }

  /** Rereads only the keys. Returns a line about the result. */
  reloadKeys(): Promise<string> {
    return withFailureMessage(async () => {
      this.#isKeyReloadPending = true;
      const line = await this.#reloadKeys();
      this.#isKeyReloadPending = false;
      return line;
    });
  }

  async #reloadKeys(): Promise<string> {
    const path = this.#config.config.keys;
    const keys = await keysIn(path);
    if (typeof keys === "string") {
      this.#audit("keys.refused", { file: path, why: keys });
      return `reload: the keys are unchanged: ${keys}`;
    }
    if (keys === null) {
      // A lost key file must not open a server that requires keys.
      if (this.#keys === null) return "";
      this.#audit("keys.refused", { file: path, why: "it no longer exists" });
      return `reload: the keys are unchanged: ${path} no longer exists`;
    }
    try {
      this.#options.audit.append("keys.reloaded", { file: path, keys: keys.length });
    } catch (error) {
      // Revoked keys are locked out even if the log is not writable.
      if (this.#keys !== null) this.#apply(withRevocations(this.#keys, keys));
      throw error;
    }
    this.#apply(keys);
    return `reload: ${keys.length} keys`;
  }

  #apply(keys: readonly KeyRecord[]): void {
    this.#keys = keys;
    this.#options.server.reload({ keys });
  }

  async #reloadConfig(): Promise<string> {
    const current = this.#config;
    let next: EffectiveConfig;
    try {
      next = await this.#options.resolve();
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      return this.#refuseConfig(error.message);
    }
    // A missing default file is normally fine, but its settings are active here: keep them.
    if (current.file !== null && next.file === null)
      return this.#refuseConfig(`${current.file} no longer exists`);
    const { reloads, restarts } = changesOf(current, next);
    const { limits, logLevel, prices } = next.config;
    this.#audit("config.reloaded", { changed: reloads, waiting: restarts });
    this.#options.server.reload({ limits, prices });
    this.#options.logger.level = logLevel;
    // Settings that need a restart keep their old values, so every reload reports them until the restart.
    this.#config = { ...next, config: { ...current.config, limits, logLevel, prices } };
    return `reload: ${[changedText(reloads), restartText(restarts)].filter((part) => part !== "").join("; ")}`;
  }

  #refuseConfig(why: string): string {
    this.#audit("config.refused", { why });
    return `reload: the configuration is unchanged: ${why}`;
  }

  readonly #audit: AuditLog["append"] = (act, facts) => {
    if (this.#keys !== null) this.#options.audit.append(act, facts);
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
function withRevocations(inForce: readonly KeyRecord[], next: readonly KeyRecord[]): readonly KeyRecord[] {
  const revoked = new Map(next.map(({ id, revoked }) => [id, revoked]));
  return inForce.flatMap((key) => {
    const at = revoked.get(key.id);
    return at === undefined ? [] : [{ ...key, revoked: at ?? key.revoked }];
  });
}

/** Reports a failure to write the audit log, in which case only revocations were applied. */
async function withFailureMessage(work: () => Promise<string>): Promise<string> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    return `reload: ${error.message}`;
  }
}

function changedText(names: readonly string[]): string {
  return names.length === 0 ? "nothing changed" : `changed ${names.join(", ")}`;
}

function restartText(names: readonly string[]): string {
  return names.length === 0 ? "" : `${names.join(", ")} will change at the next start`;
}
