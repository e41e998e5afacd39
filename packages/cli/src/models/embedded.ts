import { createLlamaEngine, type LlamaEngine, type LlamaEngineOptions, modelFit } from "@flint/engine";
import { systemCode, UsageError } from "../error/index.ts";
import { makeFolder } from "../folder/index.ts";
import { bytes } from "../measure/index.ts";
import type { ModelEntry } from "./catalog.ts";
import { measurementsFolder } from "./folder.ts";
import { resolveModel } from "./resolve.ts";

export interface EmbeddedOptions
  extends Pick<
    LlamaEngineOptions,
    "contextLength" | "kvSpill" | "gpuLayers" | "maxModelsLoaded" | "memoryLimit" | "onLoading" | "onWarning"
  > {
  /** Id, source or path of a GGUF file. Default: the bundled model. */
  readonly model?: string;
  /** Start the engine's process and load the model at once. Default false: at their first use. */
  readonly preload?: boolean;
}

export interface EmbeddedEngine {
  readonly engine: LlamaEngine;
  /** Id of the model that was asked for. */
  readonly defaultModel: string;
}

/**
 * The embedded engine over every model on this machine; weights load at their first use, or at once with `preload`.
 * Rejects with a `CliError`: `model_not_found`, `model_unreadable`, `out_of_memory`.
 */
export async function createEmbeddedEngine(options: EmbeddedOptions = {}): Promise<EmbeddedEngine> {
  const { model: name, preload = false, ...limits } = options;
  const { model, models } = await resolveModel(name);
  await requireRoom(model, limits);
  const engine = createLlamaEngine({
    ...limits,
    models: models.map(({ id, path }) => ({ id, path })),
    ...measurements(),
    ...(preload && { preload: model.id }),
  });
  return { engine, defaultModel: model.id };
}

/** Where what is measured of models is kept; nowhere where no folder can be made for it. */
function measurements(): Pick<LlamaEngineOptions, "cacheDirectory"> {
  const cacheDirectory = measurementsFolder();
  try {
    makeFolder(cacheDirectory);
    return { cacheDirectory };
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    return {};
  }
}

/** What a GPU would take of a model is not known before the engine runs; it is reckoned with as much as can be. */
const ANY_GPU = { total: 2 ** 50, used: 0 };

/** Refuses a limit within which the model could never be loaded. */
async function requireRoom(
  { id, path }: ModelEntry,
  limits: Omit<EmbeddedOptions, "preload">,
): Promise<void> {
  if (limits.memoryLimit === undefined) return;
  if ((await modelFit(path, limits, ANY_GPU)).advice === null) return;
  const { advice } = await modelFit(path, limits);
  const limit = bytes(limits.memoryLimit);
  throw new UsageError("out_of_memory", `--memory ${limit} is not enough for ${id}; ${advice}`);
}
