import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** npm adds this folder to the `PATH` of the commands it runs, and only of those. */
const OF_PACKAGES = /[\\/]node_modules[\\/]\.bin[\\/]?$/;
const NAMES = process.platform === "win32" ? ["flint.cmd", "flint.exe"] : ["flint"];

/** Returns the command that starts Flint: `flint`, or `npx flint` if npm started it and the `PATH` has no `flint`. */
export function ownCommand(env: NodeJS.ProcessEnv = process.env): string {
  if (env.npm_command === undefined) return "flint";
  const folders = (env.PATH ?? "").split(delimiter).filter((name) => name !== "" && !OF_PACKAGES.test(name));
  return folders.some((folder) => NAMES.some((name) => canRun(join(folder, name)))) ? "flint" : "npx flint";
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
