import { spawnSync } from "node:child_process";
import { readIfExists } from "../claim/index.ts";
import { restoreAroundStops } from "../paint/index.ts";

/** Timeout of `stty` in milliseconds; it normally takes a few. */
const PATIENCE_MS = 1_000;

/**
 * Turns off the echo of the terminal at `fd`, so that typed keys do not appear in the middle of the painted rows; they
 * stay available to the next program. The terminal is restored when the returned function is called, while the program
 * is stopped, and when it ends for any reason.
 *
 * Node can only switch to raw mode, which would also consume the keys and disable Ctrl-C.
 */
export function turnOffEcho(fd: number): () => void {
  let saved: string | null = null;
  const turnOff = () => {
    // In the background, leave the terminal alone: the system would stop this process.
    if (saved === null && isInForeground()) saved = stty(fd, "stty -g && stty -echo");
  };
  const restore = () => {
    if (saved !== null) stty(fd, `stty ${saved}`);
    saved = null;
  };
  const quit = () => {
    restore();
    process.removeListener("SIGQUIT", quit);
    process.kill(process.pid, "SIGQUIT");
  };
  const stay = restoreAroundStops({ leave: restore, enter: turnOff });
  process.once("exit", restore);
  process.on("SIGQUIT", quit);
  turnOff();
  return () => {
    stay();
    process.removeListener("exit", restore);
    process.removeListener("SIGQUIT", quit);
    restore();
  };
}

/** Returns the output of `stty`; null if there is no `stty` or `fd` is not a terminal. */
function stty(fd: number, line: string): string | null {
  const { status, stdout } = spawnSync("/bin/sh", ["-c", line], {
    stdio: [fd, "pipe", "ignore"],
    encoding: "utf8",
    timeout: PATIENCE_MS,
  });
  return status === 0 ? stdout.trim() : null;
}

/** Whether this process is in the terminal's foreground, and not running as `flint edit … &`. */
function isInForeground(): boolean {
  const [group, foreground] = process.platform === "linux" ? groupsFromProc() : groupsFromPs();
  return group !== undefined && group === foreground;
}

function groupsFromProc(): (string | undefined)[] {
  // The program name, the second field, may contain anything.
  const [, , group, , , foreground] =
    readIfExists("/proc/self/stat")
      ?.replace(/^.*\) /s, "")
      .split(" ") ?? [];
  return [group, foreground];
}

function groupsFromPs(): string[] {
  const { stdout } = spawnSync("ps", ["-o", "pgid=", "-o", "tpgid=", "-p", String(process.pid)], {
    encoding: "utf8",
    timeout: PATIENCE_MS,
  });
  return (stdout ?? "").trim().split(/\s+/);
}
