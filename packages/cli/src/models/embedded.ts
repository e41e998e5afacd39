import { createLlamaEngine, type LlamaEngine, type LlamaEngineOptions } from "@flint/engine";
import { measurementsFolder } from "./folder.ts";
import { resolveModel } from "./resolve.ts";

export interface EmbeddedOptions
  extends Pick<
    LlamaEngineOptions,
    "contextLength" | "kvSpill" | "gpuLayers" | "maxModelsLoaded" | "memoryLimit" | "onLoading" | "onWarning"
  > {
  /** Id, source or path of a GGUF file. Default: the bundled model. */
  readonly model?: string;
}

export interface EmbeddedEngine {
  readonly engine: LlamaEngine;
  /** Id of the model that was asked for. */
  readonly defaultModel: string;
}

/**
 * The embedded engine over every model on this machine; weights load at their first use.
 * Rejects with a `CliError`: `model_not_found`, `model_unreadable`.
 */
export async function createEmbeddedEngine(options: EmbeddedOptions = {}): Promise<EmbeddedEngine> {
  const { model: name, ...limits } = options;
  const { model, models } = await resolveModel(name);
  const engine = createLlamaEngine({
    ...limits,
    models: models.map(({ id, path }) => ({ id, path })),
    cacheDirectory: measurementsFolder(),
  });
  return { engine, defaultModel: model.id };
}
