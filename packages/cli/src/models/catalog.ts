import { join } from "node:path";
import { EngineError, readGguf } from "@flint/engine";
import { BUNDLED, bundledPath } from "./bundled.ts";
import { modelsFolder } from "./folder.ts";
import { pulledIds, readManifest } from "./manifest.ts";

export interface ModelEntry {
  readonly id: string;
  readonly origin: "bundled" | "pulled" | "file";
  readonly path: string;
  /** Bytes; 0 for an unusable file. */
  readonly size: number;
  readonly license: string | null;
  /** Tokens. */
  readonly contextLength: number | null;
  /** Where a pulled model came from. */
  readonly source: string | null;
  /** Other sources of the same file. */
  readonly aliases: readonly string[];
  /** Why the file is unusable, and the remedy; null if its header is valid. */
  readonly damage: string | null;
}

/** Lists the models on this machine: the bundled one, then the pulled ones by id. */
export async function listModels(folder = modelsFolder()): Promise<ModelEntry[]> {
  const bundled = await describe(BUNDLED.id, "bundled", bundledPath());
  const pulled = (await pulledIds(folder)).filter((id) => id !== BUNDLED.id);
  const entries = await Promise.all(pulled.map((id) => describePulled(folder, id)));
  return [{ ...bundled, license: BUNDLED.license }, ...entries];
}

async function describePulled(folder: string, id: string): Promise<ModelEntry> {
  const [entry, manifest] = await Promise.all([
    describe(id, "pulled", join(folder, `${id}.gguf`)),
    readManifest(folder, id),
  ]);
  if (manifest === null) return entry;
  const { source, aliases, license } = manifest;
  return { ...entry, license: license ?? entry.license, source, aliases };
}

/** Describes a model file; if it is unusable, `damage` says why. */
export async function describe(id: string, origin: ModelEntry["origin"], path: string): Promise<ModelEntry> {
  const facts = { id, origin, path, source: null, aliases: [] };
  try {
    const { size, license, trainContextLength } = await readGguf(path);
    return { ...facts, size, license, contextLength: trainContextLength || null, damage: null };
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return { ...facts, size: 0, license: null, contextLength: null, damage: error.message };
  }
}
