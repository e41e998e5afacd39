import { type ApiError, apiError } from "@flint/protocol";
import type { ServerLimits } from "../limits.ts";
import { RequestBytes } from "../request-bytes.ts";
import type { Owner } from "../store/index.ts";
import { Account, type AccountHost, missingKey } from "./account.ts";
import { digestOf, idOf, isSameDigest } from "./api-key.ts";
import type { KeyRecord } from "./key-record.ts";
import type { RateCounters } from "./rate-counters.ts";

export interface AccessOptions {
  /** Null if the server accepts anyone: responses then belong to the key they were requested with, whatever it is. */
  readonly keys: readonly KeyRecord[] | null;
  readonly limits: ServerLimits;
  readonly counters: RateCounters;
  /** Unix milliseconds. */
  readonly now?: () => number;
}

/** Decides who may use the server and for what. */
export class Access implements AccountHost {
  readonly limits: ServerLimits;
  readonly counters: RateCounters;
  readonly now: () => number;
  /** Bytes of the current requests of all accounts. */
  readonly requestBytes: RequestBytes;
  #records: ReadonlyMap<string, KeyRecord> | null;
  /** Accounts of keys that have been used, by key id. */
  readonly #accounts = new Map<string, Account>();
  /** Accounts with running responses or open sockets, including those without a key. */
  readonly #active = new Set<Account>();

  constructor({ keys, limits, counters, now = Date.now }: AccessOptions) {
    this.limits = limits;
    this.counters = counters;
    this.now = now;
    this.requestBytes = new RequestBytes({
      limit: () => limits.allRequestBytes,
      where: "of this server",
      within: null,
    });
    this.#records = keys && byId(keys);
  }

  get requiresKeys(): boolean {
    return this.#records !== null;
  }

  /**
   * Returns the account for an `authorization` header. Throws {@link ApiError}: `missing_api_key`, `invalid_api_key`,
   * `revoked_api_key`, `expired_api_key`.
   */
  identify(authorization: string | undefined): Account {
    const text = authorization?.replace(/^bearer\s+/i, "").trim() ?? "";
    if (this.#records === null) return new Account(this, null, text === "" ? null : digestOf(text));
    if (text === "") throw missingKey();
    const record = this.#records.get(idOf(text) ?? "");
    if (record === undefined || !isSameDigest(record.digest, digestOf(text))) throw invalidKey();
    const account = this.#accountOf(record);
    const why = account.whyInvalid();
    if (why !== null) throw why;
    return account;
  }

  /**
   * Replaces the keys, and ends the responses and sockets of keys that are revoked or missing. From then on the server
   * requires keys: there is no way back to accepting anyone.
   */
  reload(keys: readonly KeyRecord[]): void {
    const records = byId(keys);
    this.#records = records;
    const at = new Date(this.now()).toISOString();
    for (const account of new Set([...this.#accounts.values(), ...this.#active])) {
      account.renew(recordFor(account, records, at));
    }
    // Accounts whose key is missing or belongs to another user must not be found again.
    for (const [id, account] of this.#accounts) {
      if (account.record !== records.get(id)) this.#accounts.delete(id);
    }
  }

  setActive(account: Account, isActive: boolean): void {
    if (isActive) this.#active.add(account);
    else this.#active.delete(account);
  }

  #accountOf(record: KeyRecord): Account {
    const known = this.#accounts.get(record.id);
    if (known !== undefined) return known;
    const account = new Account(this, record, ownerOf(record));
    this.#accounts.set(record.id, account);
    return account;
  }
}

/** Responses belong to the user, who can continue them with another key. */
function ownerOf({ user }: KeyRecord): Owner {
  return `user:${user}`;
}

/** Returns the account's new record. A key that is missing, or was reissued with another digest or user, is revoked. */
function recordFor(account: Account, records: ReadonlyMap<string, KeyRecord>, at: string): KeyRecord | null {
  const { keyId, record } = account;
  if (keyId === null || record === null) return null;
  const next = records.get(keyId);
  const isSame = next !== undefined && next.digest === record.digest && next.user === record.user;
  return isSame ? next : { ...record, revoked: at };
}

function byId(keys: readonly KeyRecord[]): ReadonlyMap<string, KeyRecord> {
  return new Map(keys.map((key) => [key.id, key]));
}

function invalidKey(): ApiError {
  return apiError("invalid_api_key", "the server does not know this key: check it, or ask for a new one");
}
