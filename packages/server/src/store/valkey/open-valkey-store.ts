import { defaultDiskLimits, type StoreLimits, storeLimitsOf } from "../limits.ts";
import type { ResponseStore, StoreGroup } from "../store.ts";
import { parseValkeyAddress } from "./address.ts";
import type { ConnectionLimits } from "./connection.ts";

/** Limits on waiting for Valkey and on detecting dead servers. */
export interface ValkeyLimits extends ConnectionLimits {
  /** How long a server counts as alive after its last heartbeat; it sends three per lease. Milliseconds. */
  readonly lease: number;
}

export const defaultValkeyLimits: ValkeyLimits = {
  wait: 5_000,
  pending: 10_000,
  pendingBytes: 64 * 1024 * 1024,
  lease: 6_000,
};

/** Minimum values. A lease must span three heartbeats of at least 1 ms. */
const LEAST = { wait: 1, pending: 1, pendingBytes: 1, lease: 3 };

export interface ValkeyStoreOptions {
  /**
   * `valkey://USER:PASSWORD@HOST:PORT/DATABASE?prefix=NAME&wait=MS&lease=MS`, or `valkeys://` for TLS.
   * `FLINT_STORE_USER` and `FLINT_STORE_PASSWORD` are the defaults for user and password.
   */
  readonly url: string;
  readonly limits?: Partial<StoreLimits>;
  readonly valkey?: Partial<ValkeyLimits>;
  /** Unix milliseconds. Default: the system's clock. */
  readonly now?: () => number;
  /** Called with failures in the background. */
  readonly onFault?: (error: unknown) => void;
}

/**
 * Opens a store in Valkey or Redis that several servers share. Rejects with {@link StoreError}: `store_address`,
 * `store_unreachable`, `store_denied`, `store_read_only`, `store_full`, `store_foreign`, `store_unsupported`,
 * `store_failed`, `store_limit_invalid`.
 */
export async function openValkeyStore({
  url,
  limits = {},
  valkey = {},
  now = Date.now,
  onFault = () => {},
}: ValkeyStoreOptions): Promise<ResponseStore & { readonly group: StoreGroup }> {
  const address = parseValkeyAddress(url);
  const defaults = { ...defaultValkeyLimits, ...address.waits };
  const { lease, ...connection } = storeLimitsOf(valkey, defaults, { within: "valkey", least: LEAST });
  // Loaded on demand: Valkey's client has fifty modules, and most servers do not use it.
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
