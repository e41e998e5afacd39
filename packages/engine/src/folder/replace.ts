import { rename as renameFile } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";

/** How long to try again, and the first pause, which doubles. Milliseconds. */
const PATIENCE = 2_000;
const FIRST_PAUSE = 5;
/** What Windows says while another program, such as a virus scanner or an indexer, has one of the files open. */
const IN_USE: ReadonlySet<string | undefined> = new Set(["EPERM", "EACCES", "EBUSY"]);

/** The parts of the system that a rename depends on, for tests. */
export interface Renaming {
  readonly platform: NodeJS.Platform;
  rename(from: string, to: string): Promise<void>;
}

/**
 * Renames a file over another one, or over none. On Windows, waits for up to 2 seconds for programs that have one of
 * them open. Rejects with the system's error.
 */
export async function replaceFile(
  from: string,
  to: string,
  { platform, rename }: Renaming = { platform: process.platform, rename: renameFile },
): Promise<void> {
  const end = performance.now() + PATIENCE;
  for (let wait = FIRST_PAUSE; ; wait *= 2) {
    try {
      await rename(from, to);
      return;
    } catch (cause) {
      const left = end - performance.now();
      const { code } = cause as NodeJS.ErrnoException;
      if (platform !== "win32" || !IN_USE.has(code) || left <= 0) throw cause;
      await pause(Math.min(wait, left));
    }
  }
}
