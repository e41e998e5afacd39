import { existsSync, realpathSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, dirname, isAbsolute, join, resolve } from "node:path";
import { holds } from "./project.ts";

/** Programs below the user's home, installed by version managers and language tools. */
export interface Toolchains {
  /** Folders that a check may read; the rest of the home is hidden from it. */
  readonly folders: readonly string[];
  /** Variables that point the tools to their folders, since a check has another home. */
  readonly env: Readonly<Record<string, string>>;
}

/**
 * For each tool, its variable, its default folder in the home, and the parts that checks may read; the rest may contain
 * secrets.
 */
const TOOLS = [
  ["CARGO_HOME", ".cargo", ["bin", "registry", "git"]],
  ["RUSTUP_HOME", ".rustup", ["toolchains", "settings.toml"]],
  ["GOMODCACHE", "go/pkg/mod", [""]],
  ["PYENV_ROOT", ".pyenv", [""]],
  ["PYTHONUSERBASE", ".local", ["bin", "lib"]],
] as const;

/** The parts of a Node.js installation that checks may read; its `etc` may contain tokens of registries. */
const RUNTIME = ["bin", "lib", "include"];

export function toolchains(
  home: string = homedir(),
  env: Readonly<Record<string, string | undefined>> = process.env,
  node: string = process.execPath,
): Toolchains {
  const runtime = dirname(dirname(node));
  // The folder above may hold more than Node.js: `~/.local` has keys and histories of other programs.
  const own = RUNTIME.map((part) => join(runtime, part));
  const paths = (env.PATH ?? "").split(delimiter);
  const folders = new Set([...own, ...paths].filter(isAbsolute).map((folder) => resolve(folder)));
  const places: Record<string, string> = {};
  for (const [variable, place, parts] of TOOLS) {
    // Without an absolute name, it would depend on where this process runs.
    const given = env[variable] || join(home, place);
    if (!isAbsolute(given)) continue;
    const folder = resolve(given);
    const found = parts.map((part) => join(folder, part)).filter((part) => existsSync(part));
    if (found.length === 0) continue;
    places[variable] = folder;
    for (const part of found) folders.add(part);
  }
  return { folders: [...folders].filter((folder) => isPartOf(home, folder)), env: places };
}

/** Returns whether a folder is within the home and, after resolving links, neither the home itself nor above it. */
function isPartOf(home: string, folder: string): boolean {
  return holds(home, folder) && existsSync(folder) && !holds(realpathSync(folder), realpathSync(home));
}
