import { chmodSync, rmSync } from "node:fs";
import { mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { atExit } from "./at-exit.ts";

/** On Windows, what a killed process had open stays locked until the system has taken it down. */
const REMOVAL = { recursive: true, force: true, maxRetries: 20, retryDelay: 50 } as const;

/** A temporary folder for one check, which is also removed when the process exits. */
export interface Scratch {
  readonly folder: string;
  remove(): Promise<void>;
}

export async function openScratch(): Promise<Scratch> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "flint-check-")));
  const offExit = atExit(() => {
    unlock(folder);
    rmSync(folder, REMOVAL);
  });
  return {
    folder,
    remove: async () => {
      unlock(folder);
      await rm(folder, REMOVAL);
      offExit();
    },
  };
}

/** An overlay's mount leaves a folder without any permissions. */
function unlock(folder: string): void {
  try {
    chmodSync(join(folder, "work", "work"), 0o700);
  } catch (error) {
    // No overlay was mounted.
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
  }
}
