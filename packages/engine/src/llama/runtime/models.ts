import { EngineError } from "../../contract/index.ts";
import type { Binding } from "../binding/index.ts";
import type { RuntimeOptions } from "../options.ts";
import { LoadedModel } from "./loaded-model.ts";
import type { ModelReference } from "./thread-state.ts";

/** The models in memory. The one that was used least recently makes room for another. */
export class Models {
  readonly #binding: Binding;
  readonly #options: RuntimeOptions;
  readonly #stepping: (now: number) => void;
  /** By path, those used least recently first. */
  readonly #models = new Map<string, Promise<LoadedModel>>();
  readonly #loaded = new Set<LoadedModel>();

  constructor(binding: Binding, options: RuntimeOptions, stepping: (now: number) => void) {
    this.#binding = binding;
    this.#options = options;
    this.#stepping = stepping;
  }

  /** Rejects with `model_unreadable`, or with `engine_busy` where all models in memory are at work. */
  async use(reference: ModelReference): Promise<LoadedModel> {
    const known = this.#models.get(reference.path);
    const model = known ?? this.#load(reference);
    // Set anew, it is the last of the map: the one used most recently.
    this.#models.delete(reference.path);
    this.#models.set(reference.path, model);
    try {
      return await model;
    } catch (error) {
      if (this.#models.get(reference.path) === model) this.#models.delete(reference.path);
      throw error;
    }
  }

  async #load(reference: ModelReference): Promise<LoadedModel> {
    if (this.#models.size >= this.#options.maxModelsLoaded) await this.#unloadOne();
    const model = await LoadedModel.load(this.#binding, reference, this.#options, this.#stepping);
    this.#loaded.add(model);
    return model;
  }

  async #unloadOne(): Promise<void> {
    for (const [path, loading] of this.#models) {
      const model = await loading.catch(() => null);
      if (!model || !this.#loaded.has(model) || !model.loop.idle) continue;
      this.#models.delete(path);
      this.#loaded.delete(model);
      await model.dispose();
      return;
    }
    throw new EngineError(
      "engine_busy",
      `${this.#options.maxModelsLoaded} models are at work and no more may be in memory: wait, or raise maxModelsLoaded`,
    );
  }
}
