import { UsageError } from "../error/index.ts";

/**
 * The text of a file's bytes, byte order mark and line endings included.
 * @throws {UsageError} `file_empty`, `file_binary` or `file_line_ends`; `name` is how the person called the file.
 */
export function decode(bytes: Uint8Array, name: string): string {
  const text = decodeUtf8(bytes);
  if (text === null || text.includes("\0")) {
    throw new UsageError("file_binary", `${name} is not UTF-8 text; only text files can be edited`);
  }
  if (text.trim() === "") throw new UsageError("file_empty", `${name} is empty: there is nothing to edit`);
  if (!text.includes("\n") && text.includes("\r")) {
    // All of it is one line for a model and for a diff, and what comes back has other line ends.
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
