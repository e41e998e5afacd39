import type { ContentBlock, SessionUpdate } from "@agentclientprotocol/sdk";
import { hunksBetween } from "@flint/client";
import { moveLines } from "./moved-lines.ts";
import { type FileReference, readFileUri } from "./prompt.ts";

/** Returns the files that a resumed session refers to: those named last, with lines moved by the edits since. */
export function lastFiles(updates: readonly SessionUpdate[]): readonly FileReference[] {
  let files: FileReference[] = [];
  // Old records have no message ids; there, consecutive chunks are one message.
  let named: string | null | undefined;
  const edited = new Map<string, FileReference>();
  for (const update of updates) {
    if (update.sessionUpdate !== "user_message_chunk") named = null;
    if (update.sessionUpdate === "user_message_chunk") {
      const file = fileOf(update.content);
      if (file === null) continue;
      files = update.messageId === named ? [...files, file] : [file];
      named = update.messageId;
    } else if (update.sessionUpdate === "tool_call") {
      const [place] = update.locations ?? [];
      const file = files.find(
        ({ path, selection }) => path === place?.path && (selection?.start ?? null) === (place.line ?? null),
      );
      if (file !== undefined) edited.set(update.toolCallId, file);
    } else if (update.sessionUpdate === "tool_call_update" && update.status === "completed") {
      const file = edited.get(update.toolCallId);
      const diff = update.content?.find((content) => content.type === "diff");
      if (file !== undefined && diff !== undefined)
        files = moveLines(files, file, hunksBetween(diff.oldText ?? "", diff.newText));
    }
  }
  return files;
}

function fileOf(block: ContentBlock): FileReference | null {
  if (block.type === "resource_link") return readFileUri(block.uri);
  return block.type === "resource" ? readFileUri(block.resource.uri) : null;
}
