import { UsageError } from "../error/index.ts";

/**
 * Decodes a file's bytes, keeping byte order mark and line endings.
 * @throws {UsageError} `file_empty`, `file_binary` or `file_line_ends`; `name` is the file's name in the message.
 */
export function decode(bytes: Uint8Array, name: string): string {
  const text = decodeUtf8(bytes);
  if (text === null || text.includes("\0")) {
    throw new UsageError("file_binary", `${name} is not UTF-8 text; only text files can be edited`);
  }
  if (text.trim() === "") throw new UsageError("file_empty", `${name} is empty: there is nothing to edit`);
  if (!text.includes("\n") && text.includes("\r")) {
    // With CR line endings, models and diffs see a single line, and the answer comes back with other line endings.
    throw new UsageError(
      "file_line_ends",
      `${name} uses carriage returns alone as line ends; convert them to newlines first: tr '\\r' '\\n'`,
    );
  }
  return text;
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
