import { existsSync, realpathSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";
import { holds } from "./project.ts";

/** Programs under a person's home, as version managers and language tools have them. */
export interface Toolchains {
  /** Folders that a check may read; nothing else of the home is meant for it. */
  readonly folders: readonly string[];
  /** Where the tools find themselves, as a check has another home. */
  readonly env: Readonly<Record<string, string>>;
}

/** By the variable that names the folder, its place in the home, and what of it is read: the rest may hold secrets. */
const TOOLS = [
  ["CARGO_HOME", ".cargo", ["bin", "registry", "git"]],
  ["RUSTUP_HOME", ".rustup", ["toolchains", "settings.toml"]],
  ["GOMODCACHE", "go/pkg/mod", [""]],
  ["PYENV_ROOT", ".pyenv", [""]],
  ["PYTHONUSERBASE", ".local", ["bin", "lib"]],
] as const;

export function toolchains(
  home: string = homedir(),
  env: Readonly<Record<string, string | undefined>> = process.env,
): Toolchains {
  const runtime = dirname(dirname(process.execPath));
  const paths = (env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  const folders = new Set([runtime, ...paths].map((folder) => resolve(folder)));
  const places: Record<string, string> = {};
  for (const [variable, place, parts] of TOOLS) {
    const folder = resolve(env[variable] ?? join(home, place));
    const found = parts.map((part) => join(folder, part)).filter((part) => existsSync(part));
    if (found.length === 0) continue;
    places[variable] = folder;
    for (const part of found) folders.add(part);
  }
  return { folders: [...folders].filter((folder) => isPartOf(home, folder)), env: places };
}

/** Whether a folder is somewhere in the home; whatever links to it, the home itself and those above it are not. */
function isPartOf(home: string, folder: string): boolean {
  return holds(home, folder) && existsSync(folder) && !holds(realpathSync(folder), realpathSync(home));
}
