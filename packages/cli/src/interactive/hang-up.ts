/** Resolves when the terminal is closed or a signal ends the process; sets the exit code. */
export function hangUp(): Promise<void> {
  return new Promise((resolve) => {
    const end = (code: number) => () => {
      process.exitCode = code;
      resolve();
    };
    process.once("SIGTERM", end(143));
    process.once("SIGHUP", end(129));
    process.stdin.once("end", end(129));
    process.stdin.once("error", end(129));
  });
}
