import { isAbsolute, relative, resolve, sep } from "node:path";

/** Adds a header to a unified diff, as `git diff` does, with the file's path relative to `folder`. */
export function namedDiff(diff: string, name: string, folder = process.cwd()): string {
  if (diff === "") return "";
  const start = diff.indexOf("@@");
  const path = pathIn(folder, name);
  return `--- ${quotedPath(`a/${path}`)}\n+++ ${quotedPath(`b/${path}`)}\n${diff.slice(start)}`;
}

/** Quotes a path for a header as git does. */
function quotedPath(path: string): string {
  if (/\p{Cc}/u.test(path)) return `"${path.replace(/[\p{Cc}"\\]/gu, escapeCharacter)}"`;
  // Without the tab, `patch` ends a name at its first space.
  return path.includes(" ") ? `${path}\t` : path;
}

function escapeCharacter(character: string): string {
  if (character === '"' || character === "\\") return `\\${character}`;
  const octets = [...Buffer.from(character)];
  return octets.map((octet) => `\\${octet.toString(8).padStart(3, "0")}`).join("");
}

/** Returns a path without `.` and `..`, as `git apply` and `patch` require. Outside the folder it starts at the root. */
function pathIn(folder: string, name: string): string {
  const inside = relative(folder, resolve(folder, name));
  const path = inside.split(sep)[0] === ".." || isAbsolute(inside) ? resolve(folder, name) : inside;
  return path.split(sep).join("/").replace(/^\/+/, "");
}
