import { StoreError, type StoreErrorCode } from "../store-error.ts";
import type { ValkeyAddress } from "./address.ts";

type Refusal = readonly [code: StoreErrorCode, message: string];

/** Error codes and messages by the first word of a server's error reply. */
const REFUSALS: Readonly<Record<string, Refusal>> = {
  READONLY: [
    "store_read_only",
    "is a replica, which accepts no writes: name the primary, or make it one with `replicaof no one`",
  ],
  OOM: ["store_full", "is full: raise its `maxmemory`, or lower the store's limits"],
  NOAUTH: [
    "store_denied",
    "requires a password: set FLINT_STORE_PASSWORD, and FLINT_STORE_USER if it has users",
  ],
  WRONGPASS: [
    "store_denied",
    "does not know this user and password: check FLINT_STORE_USER and FLINT_STORE_PASSWORD",
  ],
  NOPERM: [
    "store_denied",
    "does not give its user the rights that the store needs: give the user `+@all -@dangerous +info` on the keys of the prefix",
  ],
  WRONGTYPE: [
    "store_foreign",
    "has keys of another program under this prefix: choose another with `?prefix=NAME` or another database",
  ],
  MOVED: [
    "store_unsupported",
    "is part of a cluster: use a server outside a cluster, with replicas if needed",
  ],
  CROSSSLOT: [
    "store_unsupported",
    "is part of a cluster: use a server outside a cluster, with replicas if needed",
  ],
  CLUSTERDOWN: [
    "store_unsupported",
    "is part of a cluster: use a server outside a cluster, with replicas if needed",
  ],
};

/** Patterns that map errors inside scripts, which start with another word, to {@link REFUSALS}. */
const IN_SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/cluster/, "MOVED"],
  [/user executing the script|No permissions|NOPERM/, "NOPERM"],
];

/** Errors of a server that is temporarily not ready. */
const PASSING = /^(?:LOADING|BUSY|TRYAGAIN|MASTERDOWN) /;
const LOST = /^(?:Connection is closed|Stream isn't writeable|Command timed out|Socket timeout)/;

/** Returns whether the same command may succeed shortly. */
export function isTransient(cause: unknown): boolean {
  return PASSING.test(textOf(cause));
}

/** Returns whether the connection failed rather than the command. The command may have run or not. */
export function isConnectionLost(cause: unknown): boolean {
  return !(cause instanceof Error) || cause.name !== "ReplyError" || LOST.test(cause.message);
}

/** Returns an error that explains the server's error reply and how to fix it. */
export function storeErrorOf(cause: unknown, address: ValkeyAddress): StoreError {
  const text = textOf(cause);
  const word = IN_SCRIPTS.find(([pattern]) => pattern.test(text))?.[1] ?? text.split(/[ :]/, 1)[0] ?? "";
  const [code, what] = REFUSALS[word] ?? ["store_failed", `refused a command (${text}): see its log`];
  return new StoreError(code, `the store at ${placeOf(address)} ${what}`, { cause });
}

export function unreachable(address: ValkeyAddress, cause: unknown): StoreError {
  const reason = cause === null ? "" : ` (${textOf(cause)})`;
  if (isDistrusted(cause)) {
    const message = `the store at ${placeOf(address)} has a certificate that is not trusted${reason}: name the certificate of its authority in NODE_EXTRA_CA_CERTS, or check the address`;
    return new StoreError("store_unreachable", message, { cause });
  }
  const message = `the store at ${placeOf(address)} does not answer${reason}: start it, or check the address; Flint connects again by itself`;
  return new StoreError("store_unreachable", message, { cause });
}

/** Node's error codes for untrusted or invalid certificates. */
const DISTRUST = /CERT|UNABLE_TO_(?:VERIFY|GET_ISSUER)|^ERR_TLS_/;

function isDistrusted(cause: unknown): boolean {
  return DISTRUST.test((cause as NodeJS.ErrnoException | null)?.code ?? "");
}

/** Returns the address without credentials, for logs and messages. */
export function placeOf({ host, port }: ValkeyAddress): string {
  return `${host.includes(":") ? `[${host}]` : host}:${port}`;
}

function textOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
