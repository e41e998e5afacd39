import { createHash } from "node:crypto";
import type { RefusedField } from "../failure/index.ts";

type Body = Readonly<Record<string, unknown>>;

/** Fields without which a request still means the same, or nearly so: the contract lets engines pass them over. */
const HARMLESS = new Set([
  "temperature",
  "top_p",
  "seed",
  "stop",
  "prediction",
  "flint",
  "stream_options",
  "parallel_tool_calls",
  "reasoning",
  "reasoning_effort",
  "verbosity",
  "text.verbosity",
  "store",
  "prompt_cache_key",
  "continue_final_message",
  "add_generation_prompt",
]);

/** Fields that hold the answer to something: one that the server knows and finds wrong is its client's to mend. */
const HOLDING = new Set(["response_format", "text", "tool_choice"]);

const OTHER_NAMES: Readonly<Record<string, string>> = {
  max_tokens: "max_completion_tokens",
  max_completion_tokens: "max_tokens",
};

/** Milliseconds that a refusal counts: servers are updated, and started anew with other options. */
const KEPT = 600_000;
/** Refusals that are remembered at most. */
const MOST = 1_000;

/** What a server has refused for a model, a field or a value of it: later requests come without. */
export class RefusedFields {
  readonly #kept: number;
  /** When each of them ends, by `performance.now()`, the oldest first. */
  readonly #ends = new Map<string, number>();

  constructor(kept: number = KEPT) {
    this.#kept = kept;
  }

  /**
   * Remembers the refusal of a request that was sent with this body. False where it has to go to the client: the field
   * was not in there, or cannot be left out.
   */
  add(model: string, { path, by }: RefusedField, body: Body): boolean {
    const field = leavableOf(path, by);
    const value = field === null ? undefined : valueAt(body, field);
    if (field === null || value === undefined) return false;
    const other = OTHER_NAMES[field];
    if (other !== undefined && this.#isKept(keyOf(model, other))) return false;
    this.#keep(by === "name" ? keyOf(model, field) : keyOf(model, field, value));
    return true;
  }

  has(model: string, field: string, value: unknown): boolean {
    if (this.#isKept(keyOf(model, field))) return true;
    return HARMLESS.has(field) && this.#isKept(keyOf(model, field, value));
  }

  /** The request without what was refused. */
  without(model: string, body: Body): Record<string, unknown> {
    if (this.#ends.size === 0) return { ...body };
    const entries = Object.entries(body).flatMap(([name, value]) => {
      if (name === "text") return this.#textOf(model, value);
      if (!this.has(model, name, value)) return [[name, value] as const];
      const other = OTHER_NAMES[name];
      return other === undefined ? [] : [[other, value] as const];
    });
    return Object.fromEntries(entries);
  }

  #textOf(model: string, text: unknown): (readonly [string, unknown])[] {
    const { verbosity, ...rest } = text as { readonly verbosity?: unknown };
    if (this.has(model, "text", text)) return [];
    if (verbosity === undefined || !this.has(model, "text.verbosity", verbosity)) return [["text", text]];
    return Object.keys(rest).length > 0 ? [["text", rest]] : [];
  }

  #isKept(key: string): boolean {
    const end = this.#ends.get(key);
    return end !== undefined && performance.now() < end;
  }

  #keep(key: string): void {
    this.#ends.delete(key);
    this.#ends.set(key, performance.now() + this.#kept);
    if (this.#ends.size <= MOST) return;
    for (const oldest of this.#ends.keys()) {
      this.#ends.delete(oldest);
      return;
    }
  }
}

/** The field that can be left out, or be called otherwise, where this was refused; null where there is none. */
function leavableOf(path: string, by: RefusedField["by"]): string | null {
  const [name = "", inner = ""] = path.split(/[.[]/);
  const nested = `${name}.${inner}`;
  if (HARMLESS.has(nested)) return nested;
  if (HARMLESS.has(name)) return name;
  const isItself = by === "name" && path === name;
  return isItself && (HOLDING.has(name) || Object.hasOwn(OTHER_NAMES, name)) ? name : null;
}

function valueAt(body: Body, field: string): unknown {
  return field.split(".").reduce<unknown>((at, name) => (at as Body | undefined)?.[name], body);
}

/** Values may be as long as a file, and their keys are kept: what is kept of them is a hash. */
function keyOf(model: string, field: string, value?: unknown): string {
  if (value === undefined) return JSON.stringify([model, field]);
  return JSON.stringify([model, field, createHash("sha256").update(JSON.stringify(value)).digest("base64")]);
}
