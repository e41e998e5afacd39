import type { ModelInfo, PromptItem } from "@flint/engine";
import { type ApiError, apiError, type MessageContent } from "@flint/protocol";

/** Returns the error for an image or file in the input: models read text only. Null if there is none. */
export function whyUnsupportedContent(input: readonly PromptItem[], model: ModelInfo): ApiError | null {
  for (const [at, item] of input.entries()) {
    const field = "content" in item && "role" in item ? "content" : "output" in item ? "output" : null;
    const parts =
      field === "content" && "role" in item ? item.content : "output" in item ? item.output : null;
    if (!Array.isArray(parts)) continue;
    const part = parts.findIndex(
      ({ type }: MessageContent) => type === "input_image" || type === "input_file",
    );
    if (part < 0) continue;
    const path = `input[${at}].${field}[${part}]`;
    const what = parts[part]?.type === "input_image" ? "an image" : "a file";
    const message = `\`${path}\`: ${model.id} reads text only, and this is ${what}: send its text instead`;
    return apiError("unsupported_content", message, path);
  }
  return null;
}
