import { readFileSync } from "node:fs";
import { ROOT } from "./paths.mjs";
import { withProgress } from "./progress.mjs";
import { runQuietly } from "./quiet-command.mjs";

/**
 * @typedef {"runtime" | "full"} InstallMode
 * `runtime` is what running and building Flint takes; `full` adds the tools that test and check it.
 */

/**
 * Whether `node_modules` holds what the lockfile asks for. npm records what it has installed in a lockfile of its
 * own inside `node_modules`, written last: so an install that was cut short, or done for an older lockfile, shows.
 * Optional packages are left out of the comparison: which of them belong here depends on the platform.
 * @param {InstallMode} mode
 */
export function isInstalled(mode) {
  const installed = readPackages("node_modules/.package-lock.json");
  if (installed === undefined) return false;
  return Object.entries(readPackages("package-lock.json") ?? {}).every(([path, wanted]) => {
    if (!path.includes("node_modules/") || wanted.optional || wanted.devOptional) return true;
    if (wanted.dev && mode === "runtime") return true;
    const found = installed[path];
    return (
      found !== undefined &&
      found.version === wanted.version &&
      found.resolved === (wanted.resolved ?? found.resolved)
    );
  });
}

/** @param {InstallMode} mode */
export async function install(mode) {
  const installed = readPackages("node_modules/.package-lock.json") ?? {};
  // Whoever has the tools keeps them: `npm start` after a pull must not take them away.
  const everything = mode === "full" || Object.values(installed).some((entry) => entry.dev);
  const args = ["ci", ...(everything ? [] : ["--omit=dev"]), "--no-audit", "--no-fund"];
  // npm names the file that it runs from when a script was started by it; that spares finding npm in the PATH.
  const npm = process.env.npm_execpath;
  const [command, before] = npm?.endsWith(".js") ? [process.execPath, [npm]] : ["npm", []];
  await withProgress("Installing packages from package-lock.json", () =>
    runQuietly(command, [...before, ...args], {
      remedy:
        "If npm could not reach its registry: check the network, or its proxy settings, and run the command again. npm said:",
    }),
  );
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(ROOT + file, "utf8")).packages;
  } catch (error) {
    if (error.code === "ENOENT") return undefined;
    throw error;
  }
}
