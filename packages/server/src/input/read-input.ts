import type { ModelInfo, PromptItem, PromptLink } from "@flint/engine";
import type { InputItem } from "@flint/protocol";
import { whyNotOurs } from "./compactions.ts";
import { withReferences } from "./references.ts";
import { whyUnasked } from "./tool-outputs.ts";
import { whyUnreadable } from "./unreadable.ts";

export interface InputContext {
  readonly model: ModelInfo;
  /** The conversation that the input goes on; null for a new one. */
  readonly tip: PromptLink | null;
  /** An item of an earlier stored response. */
  find(id: string): PromptItem | undefined;
}

/**
 * The input as it enters the conversation: references are replaced by their items. Throws ApiError for what its form
 * alone does not tell: `item_not_found`, `tool_call_not_found`, `unsupported_content`, `invalid_compaction`.
 */
export function readInput(
  input: readonly InputItem[],
  { model, tip, find }: InputContext,
): readonly InputItem[] {
  const items = withReferences(input, tip, find);
  const error = whyUnreadable(items, model) ?? whyNotOurs(items) ?? whyUnasked(items, tip);
  if (error !== null) throw error;
  return items;
}
