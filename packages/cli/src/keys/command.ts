import { dirname } from "node:path";
import {
  changeKeys,
  type KeyLimits,
  type KeyRecord,
  makeKey,
  readKeys,
  type Scope,
  scopes,
} from "@flint/server";
import { openAuditLog } from "../audit/index.ts";
import { type ConfigFlags, resolveConfig } from "../config/index.ts";
import { CliError, systemCode, UsageError } from "../error/index.ts";
import { makeFolder } from "../folder/index.ts";
import { printable } from "../paint/index.ts";
import { expiryOf } from "./expiry.ts";
import { keyLines, stateOf } from "./listing.ts";

export interface CreateKeyFlags extends ConfigFlags {
  readonly name: string;
  readonly user?: string;
  /** Comma-separated. */
  readonly scopes?: string;
  /** `90d` or a date. */
  readonly expires?: string;
  readonly requests?: number;
  readonly tokens?: number;
  readonly responses?: number;
  readonly sockets?: number;
  readonly json?: boolean;
}

const USUAL_SCOPES: readonly Scope[] = ["responses", "models", "usage"];

/** `flint keys create`: prints the new key, which is never shown again. */
export async function createKey(flags: CreateKeyFlags): Promise<void> {
  const now = new Date();
  const { id, text, digest } = makeKey();
  const record: KeyRecord = {
    id,
    name: nameOf(flags.name),
    user: userOf(flags.user ?? `user_${id}`),
    digest,
    scopes: scopesOf(flags.scopes),
    created: now.toISOString(),
    expires: flags.expires === undefined ? null : expiryOf(flags.expires, now),
    revoked: null,
    limits: limitsOf(flags),
  };
  const { keys: path, audit } = await filesOf(flags);
  requireFolder(path);
  const log = openAuditLog(audit);
  try {
    const { digest: _, created: __, revoked: ___, ...facts } = record;
    await changeKeys(path, (keys) => {
      log.append("key.created", { ...facts, file: path });
      return { keys: [...keys, record], result: null };
    });
  } finally {
    log.close();
  }
  if (flags.json) {
    process.stdout.write(`${JSON.stringify({ key: text, ...shown(record, now) }, null, 2)}\n`);
    return;
  }
  process.stdout.write(`${text}\n`);
  process.stderr.write(
    `key ${id} of ${record.user}, in ${path}; it is shown only once. Running servers accept it within seconds; servers started from now on require a key.\n`,
  );
}

/** `flint keys list`: lists the keys without their secrets. */
export async function listKeys(flags: ConfigFlags & { readonly json?: boolean }): Promise<void> {
  const { keys: path } = await filesOf(flags);
  const keys = (await readKeys(path)) ?? [];
  const now = new Date();
  if (flags.json) {
    process.stdout.write(
      `${JSON.stringify(
        keys.map((key) => shown(key, now)),
        null,
        2,
      )}\n`,
    );
    return;
  }
  if (keys.length === 0) {
    process.stderr.write(`there are no keys in ${path}; flint keys create --name NAME makes one\n`);
    return;
  }
  process.stdout.write(keyLines(keys, now));
}

/** `flint keys revoke`: revokes a key by id, or by name if the name is unique. */
export async function revokeKey(which: string, flags: ConfigFlags): Promise<void> {
  const { keys: path, audit } = await filesOf(flags);
  requireFolder(path);
  const now = new Date().toISOString();
  const log = openAuditLog(audit);
  try {
    const key = await changeKeys(path, (keys) => {
      const found = find(keys, which);
      const revoked = { ...found, revoked: found.revoked ?? now };
      log.append("key.revoked", { id: found.id, name: found.name, user: found.user, file: path });
      return { keys: keys.map((one) => (one === found ? revoked : one)), result: revoked };
    });
    process.stderr.write(
      `revoked ${key.id} (${printable(key.name)}); servers stop accepting it within seconds\n`,
    );
  } finally {
    log.close();
  }
}

function requireFolder(path: string): void {
  const folder = dirname(path);
  try {
    makeFolder(folder, 0o700);
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    throw new CliError(
      "keys_unwritable",
      `keys cannot be saved in ${folder} (${code}): give yourself write permission there, or name another file with --keys`,
      1,
      { cause: error },
    );
  }
}

async function filesOf(flags: ConfigFlags) {
  const { config, keys, audit } = flags;
  const given = { config, keys, audit } as ConfigFlags;
  return (await resolveConfig(given)).config;
}

function find(keys: readonly KeyRecord[], which: string): KeyRecord {
  const byId = keys.find(({ id }) => id === which);
  const byName = keys.filter(({ name, revoked }) => name === which && revoked === null);
  const [only, another] = byId === undefined ? byName : [byId];
  if (only === undefined) {
    throw new UsageError("key_not_found", `there is no key ${which}; flint keys list shows the keys`);
  }
  if (another !== undefined) {
    throw new UsageError(
      "key_ambiguous",
      `several keys have the name ${which}: use an id instead, such as ${only.id}`,
    );
  }
  return only;
}

function nameOf(name: string): string {
  if (name.trim() !== "" && name.length <= 128) return name;
  throw new UsageError("bad_option", "--name must have 1 to 128 characters");
}

function userOf(user: string): string {
  if (/^[A-Za-z0-9_.@-]{1,128}$/.test(user)) return user;
  throw new UsageError("bad_option", "--user must have 1 to 128 of the characters A-Z a-z 0-9 _ . @ -");
}

function scopesOf(text: string | undefined): Scope[] {
  if (text === undefined) return [...USUAL_SCOPES];
  const names = text.split(",").map((name) => name.trim());
  const stray = names.find((name) => !scopes.includes(name as Scope));
  if (stray === undefined) return [...new Set(names)] as Scope[];
  throw new UsageError(
    "bad_option",
    `there is no scope ${JSON.stringify(stray)}; the scopes are ${scopes.join(", ")}`,
  );
}

function limitsOf({ requests, tokens, responses, sockets }: CreateKeyFlags): KeyLimits {
  return {
    ...(requests !== undefined && { requestsPerMinute: requests }),
    ...(tokens !== undefined && { tokensPerMinute: tokens }),
    ...(responses !== undefined && { responses }),
    ...(sockets !== undefined && { sockets }),
  };
}

function shown(record: KeyRecord, now: Date) {
  const { digest: _, ...rest } = record;
  return { ...rest, state: stateOf(record, now) };
}
