import { constants, open } from "node:fs/promises";
import { fileTooLargeError, type ReadFile } from "../edit/index.ts";

/**
 * Reads a file. Rejects in advance if it is larger than `maxBytes`, or if it is a pipe or a device, reading which may
 * block or never end.
 */
export const readFile: ReadFile = async (path, maxBytes) => {
  // Windows has neither such pipes nor this flag.
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stats = await file.stat();
    if (!stats.isFile() && !stats.isDirectory())
      throw new Error("it is not a regular file; pass its text as code");
    if (stats.isFile() && stats.size > maxBytes) throw fileTooLargeError(path, stats.size, maxBytes);
    return await file.readFile();
  } finally {
    await file.close();
  }
};
