import type { PromptItem, PromptLink } from "@flint/engine";
import { type ApiError, apiError } from "@flint/protocol";

/** The kind of call that each kind of output answers. */
const CALLS = new Map([
  ["function_call_output", "function_call"],
  ["custom_tool_call_output", "custom_tool_call"],
]);

const KINDS = new Set(CALLS.values());

/** The call that an output wants before it. */
interface Wanted {
  readonly kind: string;
  readonly id: unknown;
  /** The first output of it in the input. */
  readonly at: number;
}

/** Why an output can answer nothing: no call before it, here or in the conversation, has its id and kind. */
export function whyUnasked(input: readonly PromptItem[], tip: PromptLink | null): ApiError | null {
  const wanted = wantedBefore(input);
  // All of them in one walk: a client chooses how many outputs it sends, and how long the conversation is.
  for (let link = tip; link !== null && wanted.size > 0; link = link.parent) {
    for (const item of link.items) if (isCall(item)) wanted.delete(keyOf(item.type, item.call_id));
  }
  const [first] = wanted.values();
  if (first === undefined) return null;
  const { kind, id, at } = first;
  const message = `\`input[${at}].call_id\`: no ${kind} before this output has the id \`${String(id)}\`: continue the response that made the call, or send the call too`;
  return apiError("tool_call_not_found", message, `input[${at}].call_id`);
}

/** The calls that the input's outputs want and that are not in the input before them, in the order of the outputs. */
function wantedBefore(input: readonly PromptItem[]): Map<string, Wanted> {
  const made = new Set<string>();
  const wanted = new Map<string, Wanted>();
  for (const [at, item] of input.entries()) {
    if (isCall(item)) made.add(keyOf(item.type, item.call_id));
    const kind = item.type === undefined ? undefined : CALLS.get(item.type);
    if (kind === undefined || !("call_id" in item)) continue;
    const key = keyOf(kind, item.call_id);
    if (!made.has(key) && !wanted.has(key)) wanted.set(key, { kind, id: item.call_id, at });
  }
  return wanted;
}

function isCall(item: PromptItem): item is PromptItem & { readonly type: string; readonly call_id: unknown } {
  return item.type !== undefined && KINDS.has(item.type) && "call_id" in item;
}

function keyOf(kind: string, id: unknown): string {
  return `${kind} ${id}`;
}
