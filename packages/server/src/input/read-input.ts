import type { ModelInfo, PromptItem } from "@flint/engine";
import type { InputItem } from "@flint/protocol";
import type { Seal } from "../seal/index.ts";
import { type ReferenceContext, withReferences } from "./references.ts";
import { whyUnreadableCompaction, withReasoning } from "./sealed.ts";
import { whyCallWithoutOutput, whyOutputWithoutCall } from "./tool-outputs.ts";
import { whyUnsupportedContent } from "./unreadable.ts";

export interface InputContext extends ReferenceContext {
  readonly model: ModelInfo;
  readonly seal: Seal;
}

/**
 * Returns the input as it enters the conversation: references are replaced by their items, and reasoning encrypted by
 * the server is decrypted. Rejects with ApiError for errors that the schema does not catch: `item_not_found`,
 * `array_above_max_length`, `tool_call_not_found`, `tool_output_not_found`, `unsupported_content`,
 * `invalid_compaction`.
 */
export async function readInput(
  input: readonly InputItem[],
  { model, seal, ...context }: InputContext,
): Promise<readonly PromptItem[]> {
  const { tip } = context;
  const items = withReasoning(await withReferences(input, context), seal);
  const reading = { seal, contextLength: model.contextLength };
  const error =
    whyUnsupportedContent(items, model) ??
    whyUnreadableCompaction(items, tip, reading) ??
    whyOutputWithoutCall(items, tip) ??
    whyCallWithoutOutput(items, tip);
  if (error !== null) throw error;
  return items;
}
