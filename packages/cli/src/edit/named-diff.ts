import { isAbsolute, relative, resolve, sep } from "node:path";

/** A unified diff whose header names the file, as `git diff` has it: from `folder` on, which is the current one. */
export function namedDiff(diff: string, name: string, folder = process.cwd()): string {
  if (diff === "") return "";
  const start = diff.indexOf("@@");
  const path = pathIn(folder, name);
  return `--- ${written(`a/${path}`)}\n+++ ${written(`b/${path}`)}\n${diff.slice(start)}`;
}

/** A path in a header, as git has it. */
function written(path: string): string {
  if (/\p{Cc}/u.test(path)) return `"${path.replace(/[\p{Cc}"\\]/gu, escaped)}"`;
  // Without the tab, patch takes a name to end at its first space.
  return path.includes(" ") ? `${path}\t` : path;
}

function escaped(character: string): string {
  if (character === '"' || character === "\\") return `\\${character}`;
  const octets = [...Buffer.from(character)];
  return octets.map((octet) => `\\${octet.toString(8).padStart(3, "0")}`).join("");
}

/** What `git apply` and `patch` take: a path without `.` and `..`. What is not in the folder is named from the root. */
function pathIn(folder: string, name: string): string {
  const inside = relative(folder, resolve(folder, name));
  const path = inside.split(sep)[0] === ".." || isAbsolute(inside) ? resolve(folder, name) : inside;
  return path.split(sep).join("/").replace(/^\/+/, "");
}
