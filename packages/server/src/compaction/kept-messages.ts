import type { PromptItem } from "@flint/engine";
import { type KeptMessage, type MessageContent, newId } from "@flint/protocol";
import { bytesIn } from "./room.ts";

/** Maximum size of the messages kept next to the summary. */
const KEPT_BYTES = 64 * 1024;

/**
 * Returns the latest messages of users and developers, unchanged, as far as they fit into the model's context. The
 * summary covers the rest.
 */
export function keptMessages(items: readonly PromptItem[], contextLength: number): KeptMessage[] {
  const kept: KeptMessage[] = [];
  let room = Math.min(KEPT_BYTES, bytesIn(contextLength));
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
