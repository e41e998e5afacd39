import { CliError, systemCode } from "../error/index.ts";

/** Converts a system error of writing a file into one that names the remedy; returns other errors unchanged. */
export function writeFailure(
  name: string,
  error: unknown,
  platform: NodeJS.Platform = process.platform,
): unknown {
  const isWindows = platform === "win32";
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
      return unwritable(
        isWindows
          ? "another program has it open, or permission is denied; close it there, or check the permissions of the file and its folder"
          : "permission denied; check the permissions of the file and its folder",
      );
    case "EROFS":
      return unwritable("its file system is read-only; mount it for writing, or apply the diff elsewhere");
    case "EBUSY":
      if (isWindows) return unwritable("another program has it open; close it there");
      return unwritable(
        "the file itself is a mount point or is locked; edit it where it is mounted from, or unlock it",
      );
    case "ENOSPC":
      return new CliError("disk_full", `cannot write ${name}: the disk is full; the file is unchanged`);
    case "EDQUOT":
      return new CliError("disk_full", `cannot write ${name}: your quota is used up; the file is unchanged`);
  }
  if (!(error instanceof Error && "syscall" in error)) return error;
  return new CliError("file_unwritable", `cannot write ${name}, which is unchanged: ${error.message}`, 1, {
    cause: error,
  });
}
