import { dirname, resolve } from "node:path";
import { makeFolder } from "@flint/engine";
import { openDiskShelf } from "./disk/index.ts";
import { defaultDiskLimits, defaultStoreLimits, type StoreLimits, storeLimitsOf } from "./limits.ts";
import { memoryShelf } from "./memory-shelf.ts";
import { ShelvedStore } from "./shelved-store.ts";
import type { ResponseStore } from "./store.ts";
import { StoreError } from "./store-error.ts";

export interface StoreOptions {
  readonly limits?: Partial<StoreLimits>;
  /** Unix milliseconds. Default: the system's clock. */
  readonly now?: () => number;
  /** Called with failures of background writes. */
  readonly onFault?: (error: unknown) => void;
}

export interface DiskStoreOptions extends StoreOptions {
  /** The database file. It and its folder are created if missing. */
  readonly path: string;
}

/** Creates a store that keeps responses until the process ends. Throws {@link StoreError} `store_limit_invalid`. */
export function createMemoryStore({ limits: own = {}, ...options }: StoreOptions = {}): ResponseStore {
  const limits = storeLimitsOf(own, defaultStoreLimits);
  return new ShelvedStore({ ...options, shelf: memoryShelf(), limits });
}

/**
 * Opens a store that keeps responses in one file. Only one server at a time can open it. Rejects with
 * {@link StoreError}: `store_in_use`, `store_too_new`, `store_foreign`, `store_corrupt`, `store_unavailable`,
 * `store_failed`, `store_limit_invalid`.
 */
export async function openDiskStore({
  path,
  limits: own = {},
  ...options
}: DiskStoreOptions): Promise<ResponseStore> {
  const limits = storeLimitsOf(own, defaultDiskLimits);
  const file = resolve(path);
  try {
    await makeFolder(dirname(file));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new StoreError(
      "store_failed",
      `the store's folder cannot be created (${reason}): choose another path`,
      {
        cause,
      },
    );
  }
  const shelf = await openDiskShelf(file);
  return new ShelvedStore({ ...options, shelf, limits });
}
