import { dirname } from "node:path";
import {
  createMemoryStore,
  isValkeyAddress,
  openDiskStore,
  openValkeyStore,
  type ResponseStore,
  StoreError,
} from "@flint/server";
import { storePath } from "../config/index.ts";
import { CliError, systemCode, UsageError } from "../error/index.ts";
import { makeFolder } from "../folder/index.ts";
import { warn } from "./warning.ts";

/** Opens the store given by `--store`: `memory`, `disk`, `disk:PATH`, or a Valkey URL. */
export async function openStore(flag: string): Promise<ResponseStore> {
  if (flag === "memory") return createMemoryStore();
  if (isValkeyAddress(flag))
    return orCliError(() => openValkeyStore({ url: flag, onFault: throttledWarning() }));
  const path = storePath(flag);
  if (path === null)
    throw new UsageError("bad_option", "--store must be memory, disk, disk:PATH or valkey://HOST:PORT");
  requireFolder(dirname(path));
  return orCliError(() => openDiskStore({ path }));
}

function requireFolder(folder: string): void {
  try {
    makeFolder(folder);
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    const message = `the store's folder ${folder} cannot be created (${code}): choose another path with --store disk:PATH`;
    throw new CliError("store_failed", message, 1, { cause: error });
  }
}

async function orCliError(open: () => Promise<ResponseStore>): Promise<ResponseStore> {
  try {
    return await open();
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    if (error.code === "store_address") throw new UsageError(error.code, error.message);
    throw new CliError(error.code, error.message, 1, { cause: error });
  }
}

/** Minimum interval between reports of a continuing failure, in milliseconds. */
const SILENCE = 60_000;

function throttledWarning(): (error: unknown) => void {
  let last = { text: "", at: 0 };
  return (error) => {
    const text = error instanceof Error ? error.message : String(error);
    const at = performance.now();
    if (text === last.text && at - last.at < SILENCE) return;
    last = { text, at };
    warn(text);
  };
}
