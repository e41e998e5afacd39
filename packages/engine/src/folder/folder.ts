import { mkdir, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";

/**
 * Creates a folder and its missing parents. Node's `recursive` option never returns if the system refuses to create a
 * folder with ENOENT, as in `/proc`. Rejects with the system's error.
 */
export async function makeFolder(path: string, mode = 0o777): Promise<void> {
  const full = resolve(path);
  try {
    await makeOne(full, mode);
  } catch (cause) {
    const parent = dirname(full);
    if ((cause as NodeJS.ErrnoException).code !== "ENOENT" || parent === full) throw cause;
    await makeFolder(parent, mode);
    // Retried only once: if something is still missing, it is not the parent folder.
    await makeOne(full, mode);
  }
}

/** Creates one folder; an existing one is fine. */
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
