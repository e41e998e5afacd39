import { join } from "node:path";
import { createMemoryStore, openDiskStore, type ResponseStore, StoreError } from "@flint/server";
import envPaths from "env-paths";
import { CliError, UsageError } from "../error/index.ts";

const ON_DISK = "disk:";

/** Opens what `--store` names: `memory`, `disk`, or `disk:PATH`. */
export async function openStore(flag: string): Promise<ResponseStore> {
  if (flag === "memory") return createMemoryStore();
  const path = flag === "disk" ? defaultFile() : flag.startsWith(ON_DISK) ? flag.slice(ON_DISK.length) : "";
  if (path === "") throw new UsageError("bad_option", "--store takes memory, disk or disk:PATH");
  try {
    return await openDiskStore({ path });
  } catch (error) {
    if (error instanceof StoreError) throw new CliError(error.code, error.message, 1, { cause: error });
    throw error;
  }
}

/** In `FLINT_HOME`, else in the platform's folder for data, which no clean-up of caches empties. */
function defaultFile(env: NodeJS.ProcessEnv = process.env): string {
  return join(env.FLINT_HOME || envPaths("flint", { suffix: "" }).data, "responses.db");
}
