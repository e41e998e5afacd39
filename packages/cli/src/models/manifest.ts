import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { systemCode } from "../error/index.ts";
import { replaceFile } from "../folder/index.ts";

/** Metadata of a pulled model, stored as `ID.json` next to its `ID.gguf`. */
export interface Manifest {
  readonly id: string;
  /** The requested source: `hf:user/repo:quant` or a URL, without credentials. */
  readonly source: string;
  /** Other sources known to name the same file. */
  readonly aliases: readonly string[];
  /** Bytes. */
  readonly size: number;
  /** SHA-256 of the file, in hex. */
  readonly sha256: string;
  readonly license: string | null;
  readonly contextLength: number | null;
  /** ISO 8601. */
  readonly pulled: string;
}

/** Writes a manifest atomically. */
export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  const path = pathOf(folder, manifest.id);
  const draft = `${path}.part`;
  await writeFile(draft, `${JSON.stringify(manifest, null, 2)}\n`);
  replaceFile(draft, path);
}

export async function removeManifest(folder: string, id: string): Promise<void> {
  await rm(pathOf(folder, id), { force: true });
}

/** Reads a pulled model's manifest; null if there is no readable one. */
export async function readManifest(folder: string, id: string): Promise<Manifest | null> {
  try {
    return parseManifest(await readFile(pathOf(folder, id), "utf8"), id);
  } catch (error) {
    // Treated as missing: a manifest only adds facts about the weights.
    if (systemCode(error) !== undefined) return null;
    throw error;
  }
}

/** Returns the sorted ids of the models in the folder; empty if it cannot be read. */
export async function pulledIds(folder: string): Promise<string[]> {
  try {
    const names = await readdir(folder);
    return names
      .filter((name) => name.endsWith(".gguf"))
      .map((name) => name.slice(0, -".gguf".length))
      .sort();
  } catch (error) {
    // The bundled model works without the folder; `flint doctor` reports what is wrong with it.
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
