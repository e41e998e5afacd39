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
  /** Starts the engine's process and loads the model at once. Default false: at first use. */
  readonly preload?: boolean;
}

export interface EmbeddedEngine {
  readonly engine: LlamaEngine;
  /** Id of the requested model. */
  readonly defaultModel: string;
}

/**
 * Creates the embedded engine with every model on this machine. Weights load at first use, or at once with `preload`.
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

/** Returns the cache folder for measurements of models; none if it cannot be created. */
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

/** Assumed GPU memory: how much of a model a GPU can take is unknown before the engine runs. */
const ANY_GPU = { total: 2 ** 50, used: 0 };

/** Rejects a memory limit that is too small to ever load the model. */
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
