import { FlintError } from "../error/index.ts";

/** Reads a file. Rejects with {@link fileTooLargeError} if it is known in advance to have more than `maxBytes`. */
export type ReadFile = (path: string, maxBytes: number) => Promise<Uint8Array>;

/** Returns the canonical location of a path: the same for all names of a file. */
export type PlaceOf = (path: string) => string;

/**
 * Reads the text of a file, including its byte order mark. Rejects with {@link FlintError} `file_unreadable`,
 * `file_binary`, `file_too_large`.
 */
export async function readSource(
  path: string,
  readFile: ReadFile | undefined,
  maxBytes: number,
): Promise<string> {
  if (readFile === undefined) {
    throw new FlintError("file_unreadable", `"${path}" cannot be read in a browser: pass its text as code`);
  }
  const bytes = await readFile(path, maxBytes).catch((cause: unknown) => {
    if (cause instanceof FlintError) throw cause;
    throw new FlintError("file_unreadable", `cannot read "${path}": ${reasonOf(cause)}`, { cause });
  });
  if (bytes.length > maxBytes) throw fileTooLargeError(path, bytes.length, maxBytes);
  if (bytes.includes(0)) throw binaryFileError(path);
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw binaryFileError(path);
  }
}

export function fileTooLargeError(path: string, bytes: number, maxBytes: number): FlintError {
  return new FlintError(
    "file_too_large",
    `"${path}" has ${bytes} bytes, ${bytes - maxBytes} more than limits.fileBytes allows: pass a part of it as code`,
  );
}

function binaryFileError(path: string): FlintError {
  return new FlintError("file_binary", `"${path}" is not UTF-8 text: give a source file`);
}

function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const code = "code" in cause ? cause.code : undefined;
  switch (code) {
    case "ENOENT":
      return "there is no such file; check the path";
    case "EISDIR":
      return "it is a folder; name a file in it";
    case "EACCES":
    case "EPERM":
      return "permission is denied; change the file's mode or run as its owner";
    default:
      return cause.message;
  }
}
