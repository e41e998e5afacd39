import { basename, resolve } from "node:path";
import { CliError, systemCode, UsageError } from "../error/index.ts";
import { BUNDLED } from "./bundled.ts";
import { describe, listModels, type ModelEntry } from "./catalog.ts";

export interface Resolved {
  readonly model: ModelEntry;
  /** Every usable model, the resolved one included. */
  readonly models: readonly ModelEntry[];
}

/**
 * Finds the model that a person named: an id, the source it was pulled from, or the path of a GGUF file.
 * Nothing named means the bundled model.
 * @throws {UsageError} `model_not_found` (lists those there are); {@link CliError} `model_unreadable`.
 */
export async function resolveModel(name: string | undefined, folder?: string): Promise<Resolved> {
  const models = await listModels(folder);
  const wanted = name ?? BUNDLED.id;
  const known = models.find((entry) => entry.id === wanted || entry.source === wanted);
  const model = known ?? (isPath(wanted) ? await describeFile(wanted) : undefined);
  if (model === undefined) throw notFound(wanted, models);
  if (model.damage !== null) {
    const remedy = model.origin === "pulled" ? "delete it and pull it again" : "use another file";
    throw new CliError("model_unreadable", `cannot use model ${model.path}: ${model.damage}; ${remedy}`);
  }
  const others = models.filter((entry) => entry.damage === null && entry.id !== model.id);
  return { model, models: [model, ...others] };
}

function isPath(name: string): boolean {
  return name.endsWith(".gguf") && !name.startsWith("hf:") && !/^https?:/.test(name);
}

async function describeFile(name: string): Promise<ModelEntry> {
  const path = resolve(name);
  try {
    return await describe(basename(path, ".gguf"), "file", path);
  } catch (error) {
    const code = systemCode(error);
    if (code === "ENOENT")
      throw new UsageError("model_not_found", `no such model file: ${name}; check the path`);
    if (code === "EACCES") {
      throw new CliError("model_unreadable", `cannot read ${name}: permission denied; check its mode`);
    }
    if (code === "EISDIR") {
      throw new UsageError("model_unreadable", `${name} is a folder; name the GGUF file in it`);
    }
    throw error;
  }
}

function notFound(name: string, models: readonly ModelEntry[]): UsageError {
  const ids = models.map((entry) => entry.id).join(", ");
  const remedy = /^(hf:|https?:)/.test(name) ? `pull it first: flint pull ${name}` : `there are: ${ids}`;
  return new UsageError("model_not_found", `unknown model "${name}"; ${remedy}`);
}
