/** Fields without which a request still means the same, or nearly so: the contract lets engines pass them over. */
const OPTIONAL = new Set([
  "temperature",
  "top_p",
  "seed",
  "stop",
  "prediction",
  "flint",
  "stream_options",
  "tool_choice",
  "parallel_tool_calls",
  "response_format",
  "reasoning",
  "reasoning_effort",
  "verbosity",
  "text",
  "store",
  "prompt_cache_key",
  "continue_final_message",
  "add_generation_prompt",
]);

const OTHER_NAMES: Readonly<Record<string, string>> = {
  max_tokens: "max_completion_tokens",
  max_completion_tokens: "max_tokens",
};

/** Fields that a server has refused for a model: later requests come without them. */
export class RefusedFields {
  readonly #byModel = new Map<string, Set<string>>();

  /** Remembers a refusal. False where the field cannot be left out, or has been already. */
  add(model: string, field: string, body: Readonly<Record<string, unknown>>): boolean {
    const [name = ""] = field.split(/[.[]/);
    const isKnown = OPTIONAL.has(name) || Object.hasOwn(OTHER_NAMES, name);
    if (!isKnown || body[name] === undefined) return false;
    const fields = this.#byModel.get(model) ?? new Set();
    if (fields.has(name)) return false;
    const other = OTHER_NAMES[name];
    if (other !== undefined && fields.has(other)) return false;
    this.#byModel.set(model, fields.add(name));
    return true;
  }

  has(model: string, field: string): boolean {
    return this.#byModel.get(model)?.has(field) ?? false;
  }

  /** The request without what was refused. */
  without(model: string, body: Readonly<Record<string, unknown>>): Record<string, unknown> {
    const fields = this.#byModel.get(model);
    if (fields === undefined) return { ...body };
    const entries = Object.entries(body).flatMap(([name, value]) => {
      if (!fields.has(name)) return [[name, value] as const];
      const other = OTHER_NAMES[name];
      return other === undefined ? [] : [[other, value] as const];
    });
    return Object.fromEntries(entries);
  }
}
