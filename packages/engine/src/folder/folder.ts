import { mkdir, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";

/**
 * Makes a folder and those above it, where they are not there. Node's own (`recursive`) never returns where the system
 * takes no folder and says that something is missing, as in `/proc`. Rejects with what the system says.
 */
export async function makeFolder(path: string, mode = 0o777): Promise<void> {
  const full = resolve(path);
  try {
    await makeOne(full, mode);
  } catch (cause) {
    const parent = dirname(full);
    if ((cause as NodeJS.ErrnoException).code !== "ENOENT" || parent === full) throw cause;
    await makeFolder(parent, mode);
    // Once more, and no oftener: what is missing still is not the folder above.
    await makeOne(full, mode);
  }
}

/** One that is there already will do. */
async function makeOne(path: string, mode: number): Promise<void> {
  try {
    await mkdir(path, { mode });
  } catch (cause) {
    const isThere = await stat(path).then(
      (found) => found.isDirectory(),
      () => false,
    );
    if (!isThere) throw cause;
  }
}
