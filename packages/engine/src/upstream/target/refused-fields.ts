import { createHash } from "node:crypto";
import type { RefusedField } from "../failure/index.ts";

type Body = Readonly<Record<string, unknown>>;

/** Fields that can be omitted without changing the request's meaning much; engines may ignore them. */
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

/** Fields that constrain the answer: if the server supports them, an invalid value is the client's error. */
const HOLDING = new Set(["response_format", "text", "tool_choice"]);

const OTHER_NAMES: Readonly<Record<string, string>> = {
  max_tokens: "max_completion_tokens",
  max_completion_tokens: "max_tokens",
};

/** Milliseconds that a rejection is remembered, as servers may be updated or reconfigured. */
const KEPT = 600_000;
/** Most rejections remembered. */
const MOST = 1_000;

/** Fields or values that a server has rejected for a model; later requests omit them. */
export class RefusedFields {
  readonly #kept: number;
  /** Expiry of each rejection (`performance.now()`), oldest first. */
  readonly #ends = new Map<string, number>();

  constructor(kept: number = KEPT) {
    this.#kept = kept;
  }

  /**
   * Remembers the rejection of a request with this body. Returns false if the error must go to the client, because the
   * field was not in the body or cannot be omitted.
   */
  add(model: string, { path, by }: RefusedField, body: Body): boolean {
    const field = omittableField(path, by);
    const value = field === null ? undefined : valueAt(body, field);
    if (field === null || value === undefined) return false;
    const other = OTHER_NAMES[field];
    if (other !== undefined && this.#isRefused(keyOf(model, other))) return false;
    this.#record(by === "name" ? keyOf(model, field) : keyOf(model, field, value));
    return true;
  }

  has(model: string, field: string, value: unknown): boolean {
    if (this.#isRefused(keyOf(model, field))) return true;
    return HARMLESS.has(field) && this.#isRefused(keyOf(model, field, value));
  }

  /** Returns the body without rejected fields. */
  without(model: string, body: Body): Record<string, unknown> {
    if (this.#ends.size === 0) return { ...body };
    const entries = Object.entries(body).flatMap(([name, value]) => {
      if (name === "text") return this.#textWithout(model, value);
      if (!this.has(model, name, value)) return [[name, value] as const];
      const other = OTHER_NAMES[name];
      return other === undefined ? [] : [[other, value] as const];
    });
    return Object.fromEntries(entries);
  }

  #textWithout(model: string, text: unknown): (readonly [string, unknown])[] {
    const { verbosity, ...rest } = text as { readonly verbosity?: unknown };
    if (this.has(model, "text", text)) return [];
    if (verbosity === undefined || !this.has(model, "text.verbosity", verbosity)) return [["text", text]];
    return Object.keys(rest).length > 0 ? [["text", rest]] : [];
  }

  #isRefused(key: string): boolean {
    const end = this.#ends.get(key);
    return end !== undefined && performance.now() < end;
  }

  #record(key: string): void {
    this.#ends.delete(key);
    this.#ends.set(key, performance.now() + this.#kept);
    if (this.#ends.size <= MOST) return;
    for (const oldest of this.#ends.keys()) {
      this.#ends.delete(oldest);
      return;
    }
  }
}

/** Returns the field to omit or rename for a rejected path; null if there is none. */
function omittableField(path: string, by: RefusedField["by"]): string | null {
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

/** Returns a key for a field or value. Long values are hashed. */
function keyOf(model: string, field: string, value?: unknown): string {
  if (value === undefined) return JSON.stringify([model, field]);
  return JSON.stringify([model, field, createHash("sha256").update(JSON.stringify(value)).digest("base64")]);
}
