import type { Engine, ModelInfo, Prompt } from "@flint/engine";
import { type ApiError, apiError } from "@flint/protocol";

/** Characters of a model's name. Longer ones are a client's own, and would be in logs, in traces and in what has been used. */
const LONGEST_NAME = 256;

/** The models that an engine serves, and which one a request means. */
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

  /** Whether it is one of those that the engine lists, rather than a name that it takes beside them. */
  isListed(id: string): boolean {
    return this.#known.has(id);
  }

  /** Tokens of a prompt. Rejects with what the engine foresees. */
  countTokens(model: string, prompt: Prompt): Promise<number> {
    return this.#engine.countTokens(model, prompt);
  }

  /** Without an id: the default model. Rejects with {@link ApiError} 404 that lists those there are. */
  async resolve(id = this.#defaultId): Promise<ModelInfo> {
    const known = id === undefined ? undefined : this.#known.get(id);
    if (known !== undefined) return known;
    const models = await this.list();
    const model = id === undefined ? models[0] : (this.#known.get(id) ?? this.#unlisted(id));
    if (model != null) return model;
    const names = models.map((it) => it.id).join(", ");
    const remedy = names === "" ? "the server has none" : `use one of: ${names}`;
    throw apiError(
      "model_not_found",
      `there is no model \`${shortened(id ?? "default")}\`: ${remedy}`,
      "model",
    );
  }

  #unlisted(id: string): ModelInfo | null {
    return id.length > LONGEST_NAME ? null : (this.#engine.unlisted?.(id) ?? null);
  }
}

function shortened(name: string): string {
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name;
}
