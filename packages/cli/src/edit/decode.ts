import { UsageError } from "../error/index.ts";

/**
 * The text of a file's bytes, byte order mark and line endings included.
 * @throws {UsageError} `file_empty` or `file_binary`; `name` is how the person called the file.
 */
export function decode(bytes: Uint8Array, name: string): string {
  const text = decodeUtf8(bytes);
  if (text === null || text.includes("\0")) {
    throw new UsageError("file_binary", `${name} is not text in UTF-8; only text files can be edited`);
  }
  if (text.trim() === "") throw new UsageError("file_empty", `${name} is empty: there is nothing to edit`);
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
