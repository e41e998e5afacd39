import { constants, open, realpath } from "node:fs/promises";
import { CliError, deadLink, systemCode, UsageError } from "../error/index.ts";
import { bytes } from "../measure/index.ts";
import { decode } from "./decode.ts";

/** What is edited: a file, or what came in on stdin. */
export interface Source {
  readonly code: string;
  /** As the person called it, for messages and the diff. */
  readonly name: string;
  /** Null for stdin, which cannot be written back. */
  readonly file: SourceFile | null;
}

/** The file as it was read, so that a change underneath is seen before anything is written. */
export interface SourceFile {
  /** With symbolic links followed: they stay, and what they point to is written. */
  readonly path: string;
  readonly bytes: Buffer;
  /** Names that it has, this one included: its hard links. */
  readonly links: number;
}

/** Bytes beyond which input is refused unread: far beyond any model's context. */
const MAX_BYTES = 16 * 1024 * 1024;

/** A source that can be written back. */
export interface FileSource extends Source {
  readonly file: SourceFile;
}

/** Reads what `name` stands for: a file, or stdin for `-`. Fails as {@link readFileSource} does. */
export function readSource(name: string, stdin: NodeJS.ReadStream): Promise<Source> {
  return name === "-" ? readStdin(stdin) : readFileSource(name, 'pipe it in with "-"');
}

/** What to do about a pipe or a device, where nothing can be piped in. */
const NAME_A_FILE = "name one that is";

/**
 * Reads a file. `special`: what to do about one that is a pipe or a device.
 * @throws {UsageError} for what cannot be edited; {@link CliError} for what cannot be read.
 */
export async function readFileSource(name: string, special = NAME_A_FILE): Promise<FileSource> {
  const file = await readFile(name, special);
  return { name, file, code: decode(file.bytes, name) };
}

async function readFile(name: string, remedy: string): Promise<SourceFile> {
  try {
    // A pipe is told as one: it has no path, as /dev/stdin has none, or keeps whoever opens it waiting.
    const handle = await open(name, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const stats = await handle.stat();
      if (stats.isDirectory())
        throw new UsageError("file_is_folder", `${name} is a folder; name a file in it`);
      if (!stats.isFile()) throw special(name, remedy);
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

function special(name: string, remedy: string): UsageError {
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
      return new CliError(
        "file_unreadable",
        `cannot read ${name}: permission denied; check its mode (chmod u+r)`,
      );
    case "ENXIO":
      return special(name, remedy);
    default:
      return error;
  }
}
