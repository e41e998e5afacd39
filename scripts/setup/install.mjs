import { readFileSync } from "node:fs";
import { ROOT } from "./paths.mjs";
import { withProgress } from "./progress.mjs";
import { runQuietly } from "./quiet-command.mjs";

/**
 * @typedef {"runtime" | "full"} InstallMode
 * `runtime` is enough to run and build Flint; `full` adds the tools for tests and checks.
 */

/**
 * Whether `node_modules` matches the lockfile. At the end of an installation, npm writes a lockfile into
 * `node_modules`, which reveals incomplete and outdated installations. Optional packages are not compared: which ones
 * are needed depends on the platform.
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
  // Keep installed tools: `npm start` after a pull must not remove them.
  const everything = mode === "full" || Object.values(installed).some((entry) => entry.dev);
  const args = ["ci", ...(everything ? [] : ["--omit=dev"]), "--no-audit", "--no-fund"];
  // npm passes its own path to scripts, so it need not be searched in PATH.
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
