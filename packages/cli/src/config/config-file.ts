import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { systemCode } from "../error/index.ts";
import { badConfig } from "./read-setting.ts";
import { isGroup, settingOf, settings } from "./settings.ts";

/** The file that is looked for if none is named. */
const CONFIG_FILE = "flint.config.json";
const MOST_BYTES = 1024 * 1024;

export interface ConfigFile {
  readonly path: string;
  /** The values by setting name. */
  readonly values: ReadonlyMap<string, unknown>;
}

/**
 * Reads the file at `path`, by default {@link CONFIG_FILE} in `folder`; null if the latter does not exist. Rejects with a
 * `UsageError` `bad_config` if it cannot be read, is not a JSON object, or has an unknown setting.
 */
export async function readConfigFile(path: string | undefined, folder: string): Promise<ConfigFile | null> {
  const full = path === undefined ? resolve(folder, CONFIG_FILE) : resolve(path);
  let text: string;
  try {
    text = await readFile(full, "utf8");
  } catch (error) {
    const code = systemCode(error);
    if (code === "ENOENT" && path === undefined) return null;
    throw badConfig(`${full} cannot be read (${code ?? String(error)}): name another file with --config`);
  }
  if (text.length > MOST_BYTES)
    throw badConfig(`${full} is larger than 1 MiB: a configuration file contains only settings`);
  const values = new Map<string, unknown>();
  collect(jsonOf(text, full), "", full, values);
  return { path: full, values };
}

function jsonOf(text: string, path: string): unknown {
  try {
    // Some editors of Windows begin a file with a byte order mark.
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw badConfig(`${path} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function collect(value: unknown, group: string, path: string, values: Map<string, unknown>): void {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    const what = group === "" ? "the file" : `\`${group}\``;
    throw badConfig(
      `${path}: expected ${what} to be an object of settings, got ${JSON.stringify(value)?.slice(0, 80)}`,
    );
  }
  for (const [key, field] of Object.entries(value)) {
    const name = group === "" ? key : `${group}.${key}`;
    // Editors use it to find the schema.
    if (name === "$schema") continue;
    if (settingOf(name) !== undefined) values.set(name, field);
    else if (isGroup(name)) collect(field, name, path, values);
    else throw badConfig(`${path}: there is no setting \`${name}\`; the settings are ${namesIn(group)}`);
  }
}

/** Returns the names of the settings and groups within a group. */
export function namesIn(group: string): string {
  const prefix = group === "" ? "" : `${group}.`;
  const inside = settings.filter(({ name }) => name.startsWith(prefix));
  const names = inside.map(({ name }) => name.slice(prefix.length).split(".")[0] ?? "");
  return [...new Set(names)].join(", ");
}
