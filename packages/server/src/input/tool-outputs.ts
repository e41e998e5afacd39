import type { PromptItem, PromptLink } from "@flint/engine";
import { type ApiError, apiError } from "@flint/protocol";

/** The call type for each output type. */
const CALLS = new Map([
  ["function_call_output", "function_call"],
  ["custom_tool_call_output", "custom_tool_call"],
]);

const KINDS = new Set(CALLS.values());

/** The call that an output needs before it. */
interface WantedCall {
  readonly kind: string;
  readonly id: unknown;
  /** Index of the first output for it in the input. */
  readonly at: number;
}

/**
 * Returns the error for an output without a call of its id and type before it, in the input or the conversation; null
 * if there is none.
 */
export function whyOutputWithoutCall(input: readonly PromptItem[], tip: PromptLink | null): ApiError | null {
  const wanted = missingCalls(input);
  // Checks all in one walk: clients choose the number of outputs and the length of the conversation.
  for (let link = tip; link !== null && wanted.size > 0; link = link.parent) {
    for (const item of link.items) if (isCall(item)) wanted.delete(keyOf(item.type, item.call_id));
  }
  const [first] = wanted.values();
  if (first === undefined) return null;
  const { kind, id, at } = first;
  const message = `\`input[${at}].call_id\`: no ${kind} before this output has the id \`${String(id)}\`: continue the response that made the call, or send the call too`;
  return apiError("tool_call_not_found", message, `input[${at}].call_id`);
}

/**
 * Returns the error if the input has outputs for some calls of the last answer but not for all; null otherwise. An
 * input without any of them is valid, as after an interrupt.
 */
export function whyCallWithoutOutput(input: readonly PromptItem[], tip: PromptLink | null): ApiError | null {
  if (tip === null) return null;
  const given = new Set(
    input.map(outputOf).flatMap((output) => (output === null ? [] : [keyOf(output.kind, output.id)])),
  );
  if (given.size === 0) return null;
  const calls = lastCalls(tip).map((call) => ({ ...call, isAnswered: given.has(keyOf(call.type, call.id)) }));
  const open = calls.find(({ isAnswered }) => !isAnswered);
  if (open === undefined || !calls.some(({ isAnswered }) => isAnswered)) return null;
  const what = `${open.type.replaceAll("_", " ")} ${String(open.id)}`;
  const message = `\`input\`: No tool output found for ${what}: an answer's calls are answered together, so send an output for this one too`;
  return apiError("tool_output_not_found", message, "input");
}

/** Returns the calls of the answer at the end of a conversation, in order. */
function lastCalls(tip: PromptLink): readonly { readonly type: string; readonly id: unknown }[] {
  const from = tip.items.findLastIndex((item) => !isModelOutput(item)) + 1;
  return tip.items
    .slice(from)
    .filter(isCall)
    .map(({ type, call_id: id }) => ({ type, id }));
}

function isModelOutput(item: PromptItem): boolean {
  return "role" in item ? item.role === "assistant" : !CALLS.has(item.type);
}

/** Returns the calls that outputs need and that are not before them in the input, in the order of the outputs. */
function missingCalls(input: readonly PromptItem[]): Map<string, WantedCall> {
  const made = new Set<string>();
  const wanted = new Map<string, WantedCall>();
  for (const [at, item] of input.entries()) {
    if (isCall(item)) made.add(keyOf(item.type, item.call_id));
    const output = outputOf(item);
    if (output === null) continue;
    const key = keyOf(output.kind, output.id);
    if (!made.has(key) && !wanted.has(key)) wanted.set(key, { ...output, at });
  }
  return wanted;
}

/** Returns the call that an output answers; null for other items. */
function outputOf(item: PromptItem): Omit<WantedCall, "at"> | null {
  const kind = item.type === undefined ? undefined : CALLS.get(item.type);
  return kind === undefined || !("call_id" in item) ? null : { kind, id: item.call_id };
}

function isCall(item: PromptItem): item is PromptItem & { readonly type: string; readonly call_id: unknown } {
  return item.type !== undefined && KINDS.has(item.type) && "call_id" in item;
}

function keyOf(kind: string, id: unknown): string {
  return `${kind} ${id}`;
}
