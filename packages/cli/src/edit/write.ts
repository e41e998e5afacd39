import { randomBytes } from "node:crypto";
import { access, constants, open, readFile, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { CliError, systemCode } from "../error/index.ts";
import type { SourceFile } from "./source.ts";

/**
 * Replaces the file's content, all or nothing: a temporary file beside it takes its mode and then its name.
 * @throws {CliError} `file_changed` when it is no longer as it was read, `file_unwritable`; it is then untouched.
 */
export async function writeSource(file: SourceFile, content: string, name: string): Promise<void> {
  const temporary = join(
    dirname(file.path),
    `.${basename(file.path)}.flint-${randomBytes(4).toString("hex")}`,
  );
  try {
    await access(file.path, constants.W_OK);
    await writeTemporary(temporary, content, (await stat(file.path)).mode);
    await requireUnchanged(file, name);
    await rename(temporary, file.path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw writeFailure(name, error);
  }
}

async function writeTemporary(path: string, content: string, mode: number): Promise<void> {
  const handle = await open(path, "wx", mode);
  try {
    // The mode given to open is subject to the umask.
    await handle.chmod(mode & 0o7777);
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function requireUnchanged(file: SourceFile, name: string): Promise<void> {
  if (file.bytes.equals(await readFile(file.path))) return;
  throw new CliError(
    "file_changed",
    `${name} was changed by someone else meanwhile and was left as it is; edit it again`,
  );
}

function writeFailure(name: string, error: unknown): unknown {
  switch (systemCode(error)) {
    case "ENOENT":
      return new CliError("file_changed", `${name} was moved or deleted meanwhile; nothing was written`);
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return new CliError(
        "file_unwritable",
        `cannot write ${name}: permission denied; check the modes of it and its folder`,
      );
    case "ENOSPC":
      return new CliError("disk_full", `cannot write ${name}: the disk is full; it is as it was`);
    default:
      return error;
  }
}
