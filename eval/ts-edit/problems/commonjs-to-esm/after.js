import path from "node:path";
import { pathToFileURL } from "node:url";
import { inspect } from "node:util";

const PATTERN = /([a-z0-9])([A-Z])/g;

export function kebabCase(name) {
  return name.replace(PATTERN, "$1-$2").replace(/[\s_]+/g, "-").toLowerCase();
}

/** `src/UserList.js` becomes `src/user-list.js`. */
export function kebabPath(file) {
  const { dir, name, ext } = path.posix.parse(file);
  return path.posix.join(dir, kebabCase(name) + ext);
}

export function show(value) {
  return inspect(value, { breakLength: Number.POSITIVE_INFINITY });
}

/** Whether the program was started with this file. */
export function isDirectRun(argv = process.argv) {
  return argv[1] !== undefined && import.meta.url === pathToFileURL(argv[1]).href;
}
