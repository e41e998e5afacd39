import {
  createMemoryStore,
  isValkeyAddress,
  openDiskStore,
  openValkeyStore,
  type ResponseStore,
  StoreError,
} from "@flint/server";
import { dataFile } from "../config/index.ts";
import { CliError, UsageError } from "../error/index.ts";
import { warn } from "./warning.ts";

const ON_DISK = "disk:";

/** Opens what `--store` names: `memory`, `disk`, `disk:PATH`, or the address of a Valkey. */
export async function openStore(flag: string): Promise<ResponseStore> {
  if (flag === "memory") return createMemoryStore();
  if (isValkeyAddress(flag)) return orCliError(() => openValkeyStore({ url: flag, onFault: warning() }));
  const path =
    flag === "disk" ? dataFile("responses.db") : flag.startsWith(ON_DISK) ? flag.slice(ON_DISK.length) : "";
  if (path === "")
    throw new UsageError("bad_option", "--store takes memory, disk, disk:PATH or valkey://HOST:PORT");
  return orCliError(() => openDiskStore({ path }));
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

/** Tells of a failure that goes on once in a while. Milliseconds. */
const SILENCE = 60_000;

function warning(): (error: unknown) => void {
  let last = { text: "", at: 0 };
  return (error) => {
    const text = error instanceof Error ? error.message : String(error);
    const at = performance.now();
    if (text === last.text && at - last.at < SILENCE) return;
    last = { text, at };
    warn(text);
  };
}
