import { type ApiError, apiError } from "../error/index.ts";
import { type InputItem, type InputMessage, inputItemSchemas } from "../schema/index.ts";
import { check, whyNotOneOf } from "./check.ts";
import { isObject, refuseType } from "./json.ts";
import type { Result } from "./result.ts";

/** Converts plain text into a user message. */
export function userMessage(text: string): InputMessage {
  return { type: "message", role: "user", content: [{ type: "input_text", text }] };
}

/** Validates an `input`, a string or a list of items. Items are returned unchanged, including unknown fields. */
export function parseInput(input: unknown, maxItems: number): Result<readonly InputItem[]> {
  if (typeof input === "string") return { ok: true, value: [userMessage(input)] };
  if (!Array.isArray(input)) {
    return { ok: false, error: refuseType("input", "a string or a list of items", input) };
  }
  if (input.length > maxItems) return { ok: false, error: tooMany("input", "items", maxItems, input.length) };
  const items: InputItem[] = [];
  for (const [at, value] of input.entries()) {
    const item = parseItem(value, `input[${at}]`);
    if (!item.ok) return item;
    items.push(item.value);
  }
  return { ok: true, value: items };
}

function parseItem(value: unknown, path: string): Result<InputItem> {
  if (!isObject(value)) return { ok: false, error: refuseType(path, "an item", value) };
  const item = value.type === undefined || value.type === null ? withImpliedType(value) : value;
  const schema = typeof item.type === "string" ? inputItemSchemas.get(item.type) : undefined;
  if (schema === undefined) {
    return { ok: false, error: whyNotOneOf([...inputItemSchemas.keys()], item.type, `${path}.type`) };
  }
  const error = check(schema, item, path);
  return error ? { ok: false, error } : { ok: true, value: item as unknown as InputItem };
}

/** Adds the optional `type` of a message (which has a `role`) or of a reference (which has an `id`). */
function withImpliedType(item: Record<string, unknown>): Record<string, unknown> {
  if (item.role !== undefined) return { ...item, type: "message" };
  return typeof item.id === "string" ? { ...item, type: "item_reference" } : item;
}

export function tooMany(path: string, things: string, max: number, count: number): ApiError {
  const message = `\`${path}\`: expected at most ${max} ${things}, got ${count}`;
  return apiError("array_above_max_length", message, path);
}
