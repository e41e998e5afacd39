import { constants, open } from "node:fs/promises";
import { fileTooLarge, type ReadFile } from "../edit/index.ts";

/**
 * A file's bytes. What cannot be one's source is told before it is read: a file of more than that, and a pipe or a device,
 * which keep whoever reads them waiting, or never end.
 */
export const readFile: ReadFile = async (path, maxBytes) => {
  // Windows has neither such pipes nor the flag.
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stats = await file.stat();
    if (!stats.isFile() && !stats.isDirectory())
      throw new Error("it is not a regular file; pass its text as code");
    if (stats.isFile() && stats.size > maxBytes) throw fileTooLarge(path, stats.size, maxBytes);
    return await file.readFile();
  } finally {
    await file.close();
  }
};
