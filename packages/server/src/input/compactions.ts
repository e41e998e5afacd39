import type { PromptItem } from "@flint/engine";
import { type ApiError, apiError } from "@flint/protocol";
import { openSummary } from "../compaction/index.ts";

/** Why a compaction in the input cannot be read: this server's own have another form. */
export function whyNotOurs(input: readonly PromptItem[]): ApiError | null {
  const at = input.findIndex(
    (item) => item.type === "compaction" && openSummary(item.encrypted_content) === null,
  );
  if (at < 0) return null;
  const path = `input[${at}].encrypted_content`;
  const message = `\`${path}\`: not a compaction that this server has made: send the conversation itself`;
  return apiError("invalid_compaction", message, path);
}
