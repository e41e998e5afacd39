import type { PromptItem } from "@flint/engine";
import { type KeptMessage, type MessageContent, newId } from "@flint/protocol";

/** Bytes of the messages that a compaction keeps beside its summary. */
const KEPT_BYTES = 64 * 1024;

/**
 * What users and developers said, word for word: the latest of it, as far as there is room. The rest of a conversation
 * is in the summary.
 */
export function keptMessages(items: readonly PromptItem[]): KeptMessage[] {
  const kept: KeptMessage[] = [];
  let room = KEPT_BYTES;
  for (const item of items.toReversed()) {
    if (!("role" in item) || item.role === "assistant") continue;
    const content: MessageContent[] =
      typeof item.content === "string" ? [{ type: "input_text", text: item.content }] : item.content;
    room -= Buffer.byteLength(JSON.stringify(content));
    if (room < 0) break;
    const id = item.id ?? newId("msg");
    kept.unshift({ type: "message", id, status: "completed", role: item.role, content });
  }
  return kept;
}
