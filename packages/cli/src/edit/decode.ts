import { UsageError } from "../error/index.ts";

/** Code as it is edited, and how to write it back as it was encoded. */
export interface Decoded {
  /** Without a byte order mark; line endings are `\n` where the file used `\r\n` throughout. */
  readonly code: string;
  encode(code: string): Buffer;
}

const BOM = "\uFEFF";

/**
 * Decodes a file's bytes.
 * @throws {UsageError} `file_empty` or `file_binary`; `name` is how the person called it.
 */
export function decode(bytes: Uint8Array, name: string): Decoded {
  if (bytes.length === 0) throw new UsageError("file_empty", `${name} is empty: there is nothing to edit`);
  const text = decodeUtf8(bytes);
  if (text === null || text.includes("\0")) {
    throw new UsageError("file_binary", `${name} is not text in UTF-8; only text files can be edited`);
  }
  const mark = text.startsWith(BOM) ? BOM : "";
  const body = text.slice(mark.length);
  if (body.trim() === "") throw new UsageError("file_empty", `${name} is blank: there is nothing to edit`);
  const crlf = body.includes("\r\n") && !/(?<!\r)\n/.test(body);
  return {
    code: crlf ? body.replaceAll("\r\n", "\n") : body,
    encode: (code) => Buffer.from(mark + (crlf ? code.replaceAll("\n", "\r\n") : code)),
  };
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
