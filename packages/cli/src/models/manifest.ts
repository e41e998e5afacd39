import { readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { systemCode } from "../error/index.ts";

/** What is known of a pulled model: the `ID.json` beside its `ID.gguf`. */
export interface Manifest {
  readonly id: string;
  /** What was asked for: `hf:user/repo:quant` or a URL, without credentials. */
  readonly source: string;
  /** Other sources that were found to name the same file. */
  readonly aliases: readonly string[];
  /** Bytes. */
  readonly size: number;
  /** Hex digest of the file. */
  readonly sha256: string;
  readonly license: string | null;
  readonly contextLength: number | null;
  /** ISO 8601. */
  readonly pulled: string;
}

/** In one step: a process that is killed leaves no half of it. */
export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  const path = pathOf(folder, manifest.id);
  const draft = `${path}.part`;
  await writeFile(draft, `${JSON.stringify(manifest, null, 2)}\n`);
  await rename(draft, path);
}

export async function removeManifest(folder: string, id: string): Promise<void> {
  await rm(pathOf(folder, id), { force: true });
}

/** The manifest of one pulled model; null where there is none that can be read. */
export async function readManifest(folder: string, id: string): Promise<Manifest | null> {
  try {
    return parseManifest(await readFile(pathOf(folder, id), "utf8"), id);
  } catch (error) {
    // As good as none: it only adds facts about the weights beside it.
    if (systemCode(error) !== undefined) return null;
    throw error;
  }
}

/** Ids of the models whose weights lie in the folder, in order; none where it cannot be read. */
export async function pulledIds(folder: string): Promise<string[]> {
  try {
    const names = await readdir(folder);
    return names
      .filter((name) => name.endsWith(".gguf"))
      .map((name) => name.slice(0, -".gguf".length))
      .sort();
  } catch (error) {
    // The bundled model works without the folder. `flint doctor` tells what is wrong with it.
    if (systemCode(error) !== undefined) return [];
    throw error;
  }
}

function pathOf(folder: string, id: string): string {
  return join(folder, `${id}.json`);
}

function parseManifest(text: string, id: string): Manifest | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== "object" || value === null) return null;
  const { source, aliases, size, sha256, license, contextLength, pulled } = value as Record<string, unknown>;
  if (typeof source !== "string" || typeof size !== "number" || typeof sha256 !== "string") return null;
  return {
    id,
    source,
    aliases: Array.isArray(aliases) ? aliases.filter((alias) => typeof alias === "string") : [],
    size,
    sha256,
    license: typeof license === "string" ? license : null,
    contextLength: typeof contextLength === "number" ? contextLength : null,
    pulled: typeof pulled === "string" ? pulled : "",
  };
}
