import { type ApiError, apiError } from "@flint/protocol";
import type { ServerLimits } from "../limits.ts";
import { RequestBytes } from "../request-bytes.ts";
import type { Owner } from "../store/index.ts";
import { Account, type AccountHost, missingKey } from "./account.ts";
import { digestOf, idOf, isSameDigest } from "./api-key.ts";
import type { KeyRecord } from "./key-record.ts";
import type { RateCounters } from "./rate-counters.ts";

export interface AccessOptions {
  /** Null: whoever comes is taken, and responses belong to the key that they came with, whatever it is. */
  readonly keys: readonly KeyRecord[] | null;
  readonly limits: ServerLimits;
  readonly counters: RateCounters;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** Who may ask this server, and for what. */
export class Access implements AccountHost {
  readonly limits: ServerLimits;
  readonly counters: RateCounters;
  readonly now: () => number;
  /** Of all accounts. */
  readonly requestBytes: RequestBytes;
  #records: ReadonlyMap<string, KeyRecord> | null;
  /** Those of keys, once they have been used. */
  readonly #accounts = new Map<string, Account>();
  /** Those with something under way, of keys and of none. */
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
   * Who sent this `authorization` header. Throws {@link ApiError}: `missing_api_key`, `invalid_api_key`,
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
   * Takes other keys from now on, and ends what those have under way that are revoked or gone. A server that takes keys
   * only goes on so: there is no way back to taking whoever comes.
   */
  reload(keys: readonly KeyRecord[]): void {
    const records = byId(keys);
    this.#records = records;
    const at = new Date(this.now()).toISOString();
    for (const account of new Set([...this.#accounts.values(), ...this.#active])) {
      account.renew(recordFor(account, records, at));
    }
    // One whose key is gone, or has come back as another, is not found again.
    for (const [id, account] of this.#accounts) {
      if (account.record !== records.get(id)) this.#accounts.delete(id);
    }
  }

  active(account: Account, isActive: boolean): void {
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

/** Responses are the user's, so that another key of the same user goes on with them. */
function ownerOf({ user }: KeyRecord): Owner {
  return `user:${user}`;
}

/** A key that is no longer in the list is as good as revoked. One of another user would be another's. */
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
