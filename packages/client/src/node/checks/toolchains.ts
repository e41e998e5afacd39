import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, dirname, join } from "node:path";
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
  const paths = (env.PATH ?? "").split(delimiter);
  const folders = new Set([runtime, ...paths].filter((folder) => isIn(home, folder)));
  const places: Record<string, string> = {};
  for (const [variable, place, parts] of TOOLS) {
    const folder = env[variable] ?? join(home, place);
    const found = parts.map((part) => join(folder, part)).filter((part) => existsSync(part));
    if (found.length === 0) continue;
    places[variable] = folder;
    for (const part of found) if (isIn(home, part)) folders.add(part);
  }
  return { folders: [...folders].filter((folder) => existsSync(folder)), env: places };
}

function isIn(home: string, folder: string): boolean {
  return folder !== home && holds(home, folder);
}
