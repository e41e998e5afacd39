import type { PromptItem, PromptLink } from "@flint/engine";
import { type ApiError, apiError } from "@flint/protocol";
import { type ReadContext, readableTip, summaryOf, UnreadableCompaction } from "../compaction/index.ts";
import type { Seal } from "../seal/index.ts";

/**
 * Returns the error for a compaction that cannot be decrypted, in the input or in the conversation it continues; null
 * if there is none.
 */
export function whyUnreadableCompaction(
  input: readonly PromptItem[],
  tip: PromptLink | null,
  reading: ReadContext,
): ApiError | null {
  const at = input.findIndex((item) => item.type === "compaction" && summaryOf(item, reading.seal) === null);
  if (at >= 0) return unreadableCompactionError(`input[${at}].encrypted_content`);
  try {
    if (tip !== null) readableTip(tip, reading);
    return null;
  } catch (cause) {
    if (cause instanceof UnreadableCompaction) return unreadableCompactionError("previous_response_id");
    throw cause;
  }
}

/**
 * Returns the input with decrypted reasoning, if it came only as `encrypted_content`. Reasoning encrypted by another
 * server is left unchanged, and no model reads it.
 */
export function withReasoning(input: readonly PromptItem[], seal: Seal): readonly PromptItem[] {
  if (!input.some(isHidden)) return input;
  return input.map((item) => {
    if (!isHidden(item)) return item;
    const text = seal.open("reasoning", item.encrypted_content);
    return text === null ? item : { ...item, content: [{ type: "reasoning_text", text }] };
  });
}

type HiddenReasoning = Extract<PromptItem, { type: "reasoning" }> & { readonly encrypted_content: string };

function isHidden(item: PromptItem): item is HiddenReasoning {
  return (
    item.type === "reasoning" &&
    (item.content == null || item.content.length === 0) &&
    "encrypted_content" in item &&
    typeof item.encrypted_content === "string"
  );
}

function unreadableCompactionError(path: string): ApiError {
  const message = `\`${path}\`: this server cannot read the compaction, which was made by another server, under another key, or was changed: send the conversation itself`;
  return apiError("invalid_compaction", message, path);
}
