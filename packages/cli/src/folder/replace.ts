import { renameSync } from "node:fs";
import { systemCode } from "../error/index.ts";

/** How long to try again, and the first pause, which doubles. Milliseconds. */
const PATIENCE_MS = 1_500;
const PAUSE_MS = 5;
/** What Windows says while another program, such as a virus scanner or an indexer, has one of the files open. */
const IN_USE: ReadonlySet<string | undefined> = new Set(["EPERM", "EACCES", "EBUSY"]);

/** The parts of the system that a rename depends on, for tests. */
export interface Renaming {
  readonly platform: NodeJS.Platform;
  rename(from: string, to: string): void;
}

/**
 * Renames a file over another one, or over none. On Windows, waits for up to 1.5 seconds for programs that have one of
 * them open. Synchronous, so that nothing runs in between. Throws the system's error.
 */
export function replaceFile(
  from: string,
  to: string,
  { platform, rename }: Renaming = { platform: process.platform, rename: renameSync },
): void {
  const end = performance.now() + PATIENCE_MS;
  for (let pause = PAUSE_MS; ; pause *= 2) {
    try {
      rename(from, to);
      return;
    } catch (error) {
      const left = end - performance.now();
      if (platform !== "win32" || !IN_USE.has(systemCode(error)) || left <= 0) throw error;
      sleep(Math.min(pause, left));
    }
  }
}

function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
