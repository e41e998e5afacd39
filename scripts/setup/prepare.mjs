import "./node-version.mjs";
import { build, stalePackages } from "./build.mjs";
import { install, isInstalled } from "./install.mjs";
import { withLock } from "./lock.mjs";
import { CACHE } from "./paths.mjs";
import { CommandError } from "./quiet-command.mjs";

/**
 * Prepares the checkout for a command: installs packages and builds sources if they are missing or stale. On failure,
 * prints what to do and ends the process with exit code 1.
 * @param {{
 *   install: import("./install.mjs").InstallMode,
 *   build: "nothing" | "code" | "code and types",
 * }} goal
 */
export async function prepare(goal) {
  const types = goal.build === "code and types";
  const stale = () => (goal.build === "nothing" ? [] : stalePackages({ types }));
  if (isInstalled(goal.install) && stale().length === 0) return;
  try {
    await withLock(`${CACHE}setup.lock`, async () => {
      // Check again: the previous holder of the lock may have done it.
      if (!isInstalled(goal.install)) await install(goal.install);
      const packages = stale();
      if (packages.length > 0) await build(packages, { types });
    });
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}
