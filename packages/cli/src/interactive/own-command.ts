import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** npm puts the programs of a project's packages here on the path of what it starts, and of nothing else. */
const OF_PACKAGES = /[\\/]node_modules[\\/]\.bin[\\/]?$/;
const NAMES = process.platform === "win32" ? ["flint.cmd", "flint.exe"] : ["flint"];

/**
 * How the person starts Flint again: `flint`, or `npx flint` where they had npm start this one and have no `flint` of
 * their own on their path.
 */
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
