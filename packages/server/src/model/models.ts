import type { Engine, ModelInfo, Prompt } from "@flint/engine";
import { type ApiError, apiError } from "@flint/protocol";

/**
 * Maximum length of a model's name in characters. Longer ones come from clients and would end up in logs, traces and
 * usage.
 */
const LONGEST_NAME = 256;

/** The engine's models. Resolves the one that a request asks for. */
export class Models {
  readonly #engine: Engine;
  readonly #defaultId: string | undefined;
  #known = new Map<string, ModelInfo>();

  constructor(engine: Engine, defaultId?: string) {
    this.#engine = engine;
    this.#defaultId = defaultId;
  }

  async list(): Promise<readonly ModelInfo[]> {
    const models = await this.#engine.models();
    this.#known = new Map(models.map((model) => [model.id, model]));
    return models;
  }

  /** Returns whether the engine lists the model. It may accept other names as well. */
  isListed(id: string): boolean {
    return this.#known.has(id);
  }

  /** Counts the tokens of a prompt. Rejects with `EngineError`. */
  countTokens(model: string, prompt: Prompt): Promise<number> {
    return this.#engine.countTokens(model, prompt);
  }

  /**
   * Returns the model with this id, or the default model. Rejects with {@link ApiError} 404, which lists the models.
   */
  async resolve(id = this.#defaultId): Promise<ModelInfo> {
    const known = id === undefined ? undefined : this.#known.get(id);
    if (known !== undefined) return known;
    const models = await this.list();
    const model = id === undefined ? models[0] : (this.#known.get(id) ?? this.#findUnlisted(id));
    if (model != null) return model;
    const names = models.map((it) => it.id).join(", ");
    const remedy = names === "" ? "the server has none" : `use one of: ${names}`;
    throw apiError(
      "model_not_found",
      `there is no model \`${shortened(id ?? "default")}\`: ${remedy}`,
      "model",
    );
  }

  #findUnlisted(id: string): ModelInfo | null {
    return id.length > LONGEST_NAME ? null : (this.#engine.unlisted?.(id) ?? null);
  }
}

function shortened(name: string): string {
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name;
}
