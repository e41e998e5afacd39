import { stat } from "node:fs/promises";
import { join } from "node:path";
import { systemCode } from "../error/index.ts";
import { BUNDLED, bundledPath } from "./bundled.ts";
import { modelsFolder } from "./folder.ts";
import { GgufError, type GgufHeader, readGgufHeader } from "./gguf.ts";
import { pulledIds, readManifest } from "./manifest.ts";

export interface ModelEntry {
  readonly id: string;
  readonly origin: "bundled" | "pulled" | "file";
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  readonly license: string | null;
  /** Tokens. */
  readonly contextLength: number | null;
  /** Where a pulled model came from. */
  readonly source: string | null;
  /** Why the file cannot be used; null when its header is sound. */
  readonly damage: string | null;
}

/** The models on this machine: the bundled one first, then the pulled ones by id. */
export async function listModels(folder = modelsFolder()): Promise<ModelEntry[]> {
  const bundled = await describe(BUNDLED.id, "bundled", bundledPath());
  const pulled = (await pulledIds(folder)).filter((id) => id !== BUNDLED.id);
  const entries = await Promise.all(pulled.map((id) => describePulled(folder, id)));
  return [{ ...bundled, license: BUNDLED.license }, ...entries];
}

async function describePulled(folder: string, id: string): Promise<ModelEntry> {
  const path = join(folder, `${id}.gguf`);
  try {
    const [entry, manifest] = await Promise.all([describe(id, "pulled", path), readManifest(folder, id)]);
    return { ...entry, license: manifest?.license ?? entry.license, source: manifest?.source ?? null };
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    const damage = `it cannot be read (${code})`;
    return { id, origin: "pulled", path, size: 0, license: null, contextLength: null, source: null, damage };
  }
}

/** An entry for one file. A missing file raises its system error; a damaged one is told in `damage`. */
export async function describe(id: string, origin: ModelEntry["origin"], path: string): Promise<ModelEntry> {
  const { size } = await stat(path);
  const { header, damage } = await inspect(path);
  const { license, contextLength } = header;
  return { id, origin, path, size, license, contextLength, source: null, damage };
}

async function inspect(path: string): Promise<{ header: GgufHeader; damage: string | null }> {
  try {
    return { header: await readGgufHeader(path), damage: null };
  } catch (error) {
    if (!(error instanceof GgufError)) throw error;
    return { header: { name: null, license: null, contextLength: null }, damage: error.message };
  }
}
