import { createLlamaEngine, type Engine } from "@flint/engine";
import { resolveModel } from "./resolve.ts";

export interface EmbeddedOptions {
  /** Id, source or path of a GGUF file. Default: the bundled model. */
  readonly model?: string;
}

export interface EmbeddedEngine {
  readonly engine: Engine;
  /** Id of the model that was asked for. */
  readonly defaultModel: string;
}

/**
 * The embedded engine over every model on this machine; weights load at their first use.
 * Rejects with a `CliError`: `model_not_found`, `model_unreadable`.
 */
export async function createEmbeddedEngine(options: EmbeddedOptions = {}): Promise<EmbeddedEngine> {
  const { model, models } = await resolveModel(options.model);
  const engine = createLlamaEngine({ models: models.map(({ id, path }) => ({ id, path })) });
  return { engine, defaultModel: model.id };
}
