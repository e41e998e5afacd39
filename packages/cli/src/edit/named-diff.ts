import { isAbsolute, relative, resolve, sep } from "node:path";

/** A unified diff whose header names the file, as `git diff` has it: from `folder` on, which is the current one. */
export function namedDiff(diff: string, name: string, folder = process.cwd()): string {
  if (diff === "") return "";
  const start = diff.indexOf("@@");
  const path = pathIn(folder, name);
  // As git has it: without the tab, patch takes a name to end at its first space.
  const end = path.includes(" ") ? "\t" : "";
  return `--- a/${path}${end}\n+++ b/${path}${end}\n${diff.slice(start)}`;
}

/** What `git apply` and `patch` take: a path without `.` and `..`. What is not in the folder is named from the root. */
function pathIn(folder: string, name: string): string {
  const inside = relative(folder, resolve(folder, name));
  const path = inside.split(sep)[0] === ".." || isAbsolute(inside) ? resolve(folder, name) : inside;
  return path.split(sep).join("/").replace(/^\/+/, "");
}
