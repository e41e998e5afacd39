import type { PromptItem, PromptLink } from "@flint/engine";
import { type ApiError, apiError } from "@flint/protocol";

/** The kind of call that each kind of output answers. */
const CALLS = new Map([
  ["function_call_output", "function_call"],
  ["custom_tool_call_output", "custom_tool_call"],
]);

/** Why an output can answer nothing: no call before it, here or in the conversation, has its id and kind. */
export function whyUnasked(input: readonly PromptItem[], tip: PromptLink | null): ApiError | null {
  for (const [at, item] of input.entries()) {
    const kind = item.type === undefined ? undefined : CALLS.get(item.type);
    if (kind === undefined || !("call_id" in item)) continue;
    const isCall = (other: PromptItem) =>
      other.type === kind && "call_id" in other && other.call_id === item.call_id;
    if (input.slice(0, at).some(isCall) || isInChain(tip, isCall)) continue;
    const message = `\`input[${at}].call_id\`: no ${kind} before this output has the id \`${String(item.call_id)}\`: continue the response that made the call, or send the call too`;
    return apiError("tool_call_not_found", message, `input[${at}].call_id`);
  }
  return null;
}

function isInChain(tip: PromptLink | null, wanted: (item: PromptItem) => boolean): boolean {
  for (let link = tip; link !== null; link = link.parent) if (link.items.some(wanted)) return true;
  return false;
}
