import { StoreError } from "../store-error.ts";

/** Address of a Valkey or Redis server, and credentials. */
export interface ValkeyAddress {
  readonly host: string;
  readonly port: number;
  readonly database: number;
  readonly tls: boolean;
  readonly user: string | undefined;
  readonly password: string | undefined;
  /** Prefix of all keys. */
  readonly prefix: string;
  /** Limits given in the address. Milliseconds. */
  readonly waits: { readonly wait?: number; readonly lease?: number };
}

const PORT = 6379;
const PREFIX = "flint";
const FORM = "valkey://HOST:PORT/DATABASE?prefix=NAME, or valkeys:// for TLS";
const OPTIONS = ["prefix", "wait", "lease"];
/** Minimum and maximum of `wait` and `lease`. Milliseconds. */
const WAITS = { least: 100, most: 600_000 };
/** Whether each scheme uses TLS. Redis schemes are accepted as well. */
const SCHEMES: Readonly<Record<string, boolean>> = {
  "valkey:": false,
  "redis:": false,
  "valkeys:": true,
  "rediss:": true,
};

/** Returns whether the text is the address of a Valkey store. */
export function isValkeyAddress(text: string): boolean {
  return /^(?:valkey|redis)s?:\/\//.test(text);
}

/**
 * Parses `valkey://USER:PASSWORD@HOST:PORT/DATABASE?prefix=NAME&wait=MS&lease=MS`. `FLINT_STORE_USER` and
 * `FLINT_STORE_PASSWORD` are the defaults for user and password. Throws {@link StoreError} `store_address`, whose
 * message omits the address because it may hold a password.
 */
export function parseValkeyAddress(text: string, env: NodeJS.ProcessEnv = process.env): ValkeyAddress {
  const url = URL.canParse(text) ? new URL(text) : null;
  const tls = url === null ? undefined : SCHEMES[url.protocol];
  if (url === null || tls === undefined || url.hostname === "") {
    throw addressError(`it cannot be read`);
  }
  const database = url.pathname.replace(/^\//, "");
  if (!/^\d{0,4}$/.test(database)) throw addressError("its path is the number of a database, such as /0");
  for (const name of url.searchParams.keys()) {
    if (!OPTIONS.includes(name)) throw addressError(`its options are ${OPTIONS.join(", ")}, not ${name}`);
  }
  const prefix = url.searchParams.get("prefix") ?? PREFIX;
  if (!/^[\w.{}-]{1,64}$/.test(prefix)) {
    throw addressError("a prefix must have 1 to 64 of the characters A-Z a-z 0-9 _ . - { }");
  }
  return {
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: url.port === "" ? PORT : Number(url.port),
    database: Number(database),
    tls,
    user: decoded(url.username) || env.FLINT_STORE_USER || undefined,
    password: decoded(url.password) || env.FLINT_STORE_PASSWORD || undefined,
    prefix,
    waits: { ...waitIn(url, "wait"), ...waitIn(url, "lease") },
  };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw addressError("its user and password are encoded as in URLs, where % is written %25");
  }
}

function waitIn(url: URL, name: string): Record<string, number> {
  const text = url.searchParams.get(name);
  if (text === null) return {};
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= WAITS.least && value <= WAITS.most) return { [name]: value };
  throw addressError(`its ${name} must be a number of milliseconds from ${WAITS.least} to ${WAITS.most}`);
}

function addressError(why: string): StoreError {
  return new StoreError("store_address", `the store's address cannot be used, ${why}: give ${FORM}`);
}
