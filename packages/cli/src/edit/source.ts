import { constants, open, realpath } from "node:fs/promises";
import { dirname, sep } from "node:path";
import { CliError, deadLink, systemCode, UsageError } from "../error/index.ts";
import { bytes } from "../measure/index.ts";
import { decode } from "./decode.ts";

/** The code to edit: a file's, or from stdin. */
export interface Source {
  readonly code: string;
  /** The name that the user gave, for messages and the diff. */
  readonly name: string;
  /** Null for stdin, which cannot be written back. */
  readonly file: SourceFile | null;
}

/** The file as it was read, to detect concurrent changes before writing. */
export interface SourceFile {
  /** The real path: writing keeps symbolic links and replaces their target. */
  readonly path: string;
  readonly bytes: Buffer;
  /** Number of hard links, including this name. */
  readonly links: number;
}

/** What decides whether a file can be read. */
const READABLE = process.platform === "win32" ? "permissions (icacls)" : "mode (chmod u+r)";

/** The largest input, in bytes; far more than any model's context. */
const MAX_BYTES = 16 * 1024 * 1024;

/** A source that can be written back. */
export interface FileSource extends Source {
  readonly file: SourceFile;
}

/**
 * Returns the real path of a file that is named by a symbolic link if it is neither in the link's folder nor in the
 * working directory; null for others.
 */
export async function leadsAway({ name, file }: FileSource): Promise<string | null> {
  const [folder, here] = await Promise.all([realpath(dirname(name)), realpath(".")]);
  const isWithin = [folder, here].some((one) => file.path.startsWith(one.endsWith(sep) ? one : one + sep));
  return isWithin ? null : file.path;
}

/** Reads a file, or stdin for `-`. Rejects as {@link readFileSource} does. */
export function readSource(name: string, stdin: NodeJS.ReadStream): Promise<Source> {
  return name === "-" ? readStdin(stdin) : readFileSource(name, 'pipe it in with "-"');
}

/** The remedy for a pipe or device where stdin is not accepted. */
const NAME_A_FILE = "name one that is";

/**
 * Reads a file. `special`: the remedy if it is a pipe or a device.
 * @throws {UsageError} if it cannot be edited; {@link CliError} if it cannot be read.
 */
export async function readFileSource(name: string, special = NAME_A_FILE): Promise<FileSource> {
  const file = await readFile(name, special);
  return { name, file, code: decode(file.bytes, name) };
}

async function readFile(name: string, remedy: string): Promise<SourceFile> {
  try {
    // O_NONBLOCK: opening a pipe would wait for a writer. Pipes get their own error, as they have no path to write to.
    const handle = await open(name, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const stats = await handle.stat();
      if (stats.isDirectory())
        throw new UsageError("file_is_folder", `${name} is a folder; name a file in it`);
      if (!stats.isFile()) throw notRegularFile(name, remedy);
      if (stats.size > MAX_BYTES) throw tooLarge(name, bytes(stats.size));
      return { path: await realpath(name), bytes: await handle.readFile(), links: stats.nlink };
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw await readFailure(name, error, remedy);
  }
}

async function readStdin(stdin: NodeJS.ReadStream): Promise<Source> {
  if (stdin.isTTY)
    throw new UsageError(
      "stdin_terminal",
      'nothing was piped in; use "-" as in: cat FILE | flint edit - "…"',
    );
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stdin) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > MAX_BYTES) throw tooLarge("stdin", `more than ${bytes(MAX_BYTES)}`);
  }
  return { name: "stdin", file: null, code: decode(Buffer.concat(chunks), "stdin") };
}

function notRegularFile(name: string, remedy: string): UsageError {
  return new UsageError("file_special", `${name} is not a regular file; ${remedy}`);
}

function tooLarge(name: string, size: string): UsageError {
  return new UsageError(
    "file_too_large",
    `${name} has ${size}; files up to ${bytes(MAX_BYTES)} can be edited`,
  );
}

async function readFailure(name: string, error: unknown, remedy: string): Promise<unknown> {
  switch (systemCode(error)) {
    case "ENOENT":
    case "ENOTDIR":
    case "ENAMETOOLONG":
    case "ELOOP":
      return new UsageError(
        "file_missing",
        (await deadLink(name)) ?? `no such file: ${name}; check the path`,
      );
    case "EACCES":
    case "EPERM":
      return new CliError("file_unreadable", `cannot read ${name}: permission denied; check its ${READABLE}`);
    case "ENXIO":
      return notRegularFile(name, remedy);
    default:
      return error;
  }
}
