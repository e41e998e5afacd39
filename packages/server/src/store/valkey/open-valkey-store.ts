import { defaultDiskLimits, type StoreLimits, storeLimitsOf } from "../limits.ts";
import type { ResponseStore, StoreGroup } from "../store.ts";
import { parseValkeyAddress } from "./address.ts";
import type { ConnectionLimits } from "./connection.ts";

/** Bounds on what waits for Valkey, and on how soon a server that has died is noticed. */
export interface ValkeyLimits extends ConnectionLimits {
  /** How long a server that says nothing counts as alive; it speaks three times as often. Milliseconds. */
  readonly lease: number;
}

export const defaultValkeyLimits: ValkeyLimits = {
  wait: 5_000,
  pending: 10_000,
  pendingBytes: 64 * 1024 * 1024,
  lease: 6_000,
};

/** A server speaks three times in a lease. */
const LEAST = { wait: 1, pending: 1, pendingBytes: 1, lease: 3 };

export interface ValkeyStoreOptions {
  /**
   * `valkey://USER:PASSWORD@HOST:PORT/DATABASE?prefix=NAME&wait=MS&lease=MS`, or `valkeys://` for TLS.
   * `FLINT_STORE_USER` and `FLINT_STORE_PASSWORD` stand in for what it leaves out.
   */
  readonly url: string;
  readonly limits?: Partial<StoreLimits>;
  readonly valkey?: Partial<ValkeyLimits>;
  /** Unix milliseconds. Default: the system's clock. */
  readonly now?: () => number;
  /** Told of failures that nobody waits for. */
  readonly onFault?: (error: unknown) => void;
}

/**
 * Keeps responses in Valkey or Redis, where several servers share them. Rejects with {@link StoreError}:
 * `store_address`, `store_unreachable`, `store_denied`, `store_read_only`, `store_full`, `store_foreign`,
 * `store_unsupported`, `store_failed`, `store_limit_invalid`.
 */
export async function openValkeyStore({
  url,
  limits = {},
  valkey = {},
  now = Date.now,
  onFault = () => {},
}: ValkeyStoreOptions): Promise<ResponseStore & { readonly group: StoreGroup }> {
  const address = parseValkeyAddress(url);
  const told = { ...defaultValkeyLimits, ...address.waits };
  const { lease, ...connection } = storeLimitsOf(valkey, told, { within: "valkey", least: LEAST });
  // Valkey's client is fifty modules, which most servers have no use for.
  const { ValkeyStore } = await import("./valkey-store.ts");
  return ValkeyStore.open({
    address,
    limits: storeLimitsOf(limits, defaultDiskLimits),
    connection,
    lease,
    now,
    onFault,
  });
}
