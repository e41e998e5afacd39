import { spawnSync } from "node:child_process";
import { readIfThere } from "../claim/index.ts";
import { aroundStops } from "../paint/index.ts";

/** Milliseconds in which `stty`, which takes a few, has to have answered: nothing waits for one that hangs. */
const PATIENCE_MS = 1_000;

/**
 * Keeps keys that are typed from being shown in the midst of what is painted on the terminal, which is this process's
 * file `fd`: whoever reads after this program has them. Until the returned function is called, and while the program is
 * stopped, or has ended however, the terminal is as it was.
 *
 * Its interrupts stay its own (raw mode would take them, and the keys as well), which Node itself has no means for.
 */
export function withoutEcho(fd: number): () => void {
  let saved: string | null = null;
  const take = () => {
    // Of a terminal that others have now, nothing is changed: the system would stop whoever tries.
    if (saved === null && isInForeground()) saved = stty(fd, "stty -g && stty -echo");
  };
  const give = () => {
    if (saved !== null) stty(fd, `stty ${saved}`);
    saved = null;
  };
  const quit = () => {
    give();
    process.removeListener("SIGQUIT", quit);
    process.kill(process.pid, "SIGQUIT");
  };
  const stay = aroundStops({ leave: give, enter: take });
  process.once("exit", give);
  process.on("SIGQUIT", quit);
  take();
  return () => {
    stay();
    process.removeListener("exit", give);
    process.removeListener("SIGQUIT", quit);
    give();
  };
}

/** What it printed; null where there is no `stty`, or `fd` is no terminal. */
function stty(fd: number, line: string): string | null {
  const { status, stdout } = spawnSync("/bin/sh", ["-c", line], {
    stdio: [fd, "pipe", "ignore"],
    encoding: "utf8",
    timeout: PATIENCE_MS,
  });
  return status === 0 ? stdout.trim() : null;
}

/** Whether the terminal's keys are for this process: not where it runs as `flint edit … &`. */
function isInForeground(): boolean {
  const [group, foreground] = process.platform === "linux" ? groupsOfLinux() : groupsByPs();
  return group !== undefined && group === foreground;
}

function groupsOfLinux(): (string | undefined)[] {
  // The name of its program, which comes second, may hold anything.
  const [, , group, , , foreground] =
    readIfThere("/proc/self/stat")
      ?.replace(/^.*\) /s, "")
      .split(" ") ?? [];
  return [group, foreground];
}

function groupsByPs(): string[] {
  const { stdout } = spawnSync("ps", ["-o", "pgid=", "-o", "tpgid=", "-p", String(process.pid)], {
    encoding: "utf8",
    timeout: PATIENCE_MS,
  });
  return (stdout ?? "").trim().split(/\s+/);
}
