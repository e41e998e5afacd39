import { CliError, systemCode } from "../error/index.ts";

/** Converts a system error of writing a file into one that names the remedy; returns other errors unchanged. */
export function writeFailure(name: string, error: unknown): unknown {
  const unwritable = (why: string) => new CliError("file_unwritable", `cannot write ${name}: ${why}`);
  switch (systemCode(error)) {
    case "ENOENT":
      return new CliError("file_changed", `${name} was moved or deleted meanwhile; nothing was written`);
    case "EISDIR":
    case "ENOTDIR":
      return new CliError(
        "file_changed",
        `${name} is no longer a file, or its folder is one; nothing was written: put it back and edit it again`,
      );
    case "EACCES":
    case "EPERM":
      return unwritable("permission denied; check the modes of it and its folder");
    case "EROFS":
      return unwritable("its file system is read-only; mount it for writing, or apply the diff elsewhere");
    case "EBUSY":
      return unwritable("it is mounted or locked by itself; edit it where it is mounted from, or unlock it");
    case "ENOSPC":
      return new CliError("disk_full", `cannot write ${name}: the disk is full; it is as it was`);
    case "EDQUOT":
      return new CliError("disk_full", `cannot write ${name}: your quota is used up; it is as it was`);
  }
  if (!(error instanceof Error && "syscall" in error)) return error;
  return new CliError("file_unwritable", `cannot write ${name}, which is as it was: ${error.message}`, 1, {
    cause: error,
  });
}
