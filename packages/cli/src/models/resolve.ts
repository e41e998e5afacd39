import { existsSync } from "node:fs";
import { basename, resolve } from "node:path";
import { CliError, UsageError } from "../error/index.ts";
import { BUNDLED } from "./bundled.ts";
import { describe, listModels, type ModelEntry } from "./catalog.ts";

export interface Resolved {
  readonly model: ModelEntry;
  /** Every usable model, including the resolved one. */
  readonly models: readonly ModelEntry[];
}

/**
 * Finds a model by its id, the source it was pulled from, or the path of a GGUF file; by default the bundled model.
 * @throws {UsageError} `model_not_found` (lists the known models); {@link CliError} `model_unreadable`.
 */
export async function resolveModel(name: string | undefined, folder?: string): Promise<Resolved> {
  const models = await listModels(folder);
  const wanted = name ?? BUNDLED.id;
  const known =
    models.find((entry) => entry.id === wanted || entry.source === wanted) ??
    models.find((entry) => entry.aliases.includes(wanted));
  const model = known ?? (isFile(wanted) ? await describeFile(wanted) : undefined);
  if (model === undefined) throw notFound(wanted, models);
  if (model.damage !== null) throw new CliError("model_unreadable", model.damage);
  const others = models.filter((entry) => entry.damage === null && entry.id !== model.id);
  return { model, models: [model, ...others] };
}

function isFile(name: string): boolean {
  return name.endsWith(".gguf") && existsSync(name);
}

function describeFile(name: string): Promise<ModelEntry> {
  const path = resolve(name);
  return describe(basename(path, ".gguf"), "file", path);
}

function notFound(name: string, models: readonly ModelEntry[]): UsageError {
  if (/^(hf:|https?:)/.test(name)) {
    return new UsageError("model_not_found", `unknown model "${name}"; pull it first: flint pull ${name}`);
  }
  const file = name.endsWith(".gguf") ? ", and there is no such file" : "";
  const ids = models.map((entry) => entry.id).join(", ");
  return new UsageError("model_not_found", `unknown model "${name}"${file}; the models are: ${ids}`);
}
