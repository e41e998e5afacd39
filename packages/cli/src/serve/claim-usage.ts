import { dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { claim } from "../claim/index.ts";
import { CliError, systemCode } from "../error/index.ts";
import { makeFolder } from "../folder/index.ts";

/** Polling interval while another process holds the claim, in milliseconds. */
const LOOK = 100;

/**
 * Claims the usage file: two processes would overwrite each other's data. Waits up to `patience` milliseconds for a
 * holder that may be stopping, after a message to `tell`. Resolves to a function that releases the claim.
 * Rejects with {@link CliError} `usage_in_use`, or `usage_unwritable` if the lock cannot be created.
 */
export async function claimUsage(
  path: string,
  patience: number,
  tell: (line: string) => void,
): Promise<() => void> {
  const deadline = performance.now() + patience;
  const inUse = (holder: number | null) => {
    const who = holder === null ? "another process" : `process ${holder}`;
    return new CliError(
      "usage_in_use",
      `${who} already uses ${path} for its usage: give each server its own file with --usage`,
    );
  };
  for (let isTold = false; ; isTold = true) {
    try {
      makeFolder(dirname(path), 0o700);
      return claim(path, inUse);
    } catch (error) {
      if (!(error instanceof CliError)) {
        const code = systemCode(error);
        if (code === undefined) throw error;
        throw new CliError(
          "usage_unwritable",
          `usage cannot be saved in ${dirname(path)} (${code}): give yourself write permission there, or name another file with --usage`,
          1,
          { cause: error },
        );
      }
      if (performance.now() >= deadline) throw error;
      if (!isTold) tell(`waiting for it to stop: ${error.message}`);
    }
    await pause(LOOK);
  }
}
