/**
 * Returns the signals that stop a server. On Windows, `SIGHUP` comes when its window is closed, some ten seconds before
 * the system ends it, and `SIGBREAK` from Ctrl-Break; nobody else can send a signal there that a program would hear.
 */
export function stopSignals(platform: NodeJS.Platform = process.platform): readonly NodeJS.Signals[] {
  return platform === "win32" ? ["SIGINT", "SIGBREAK", "SIGHUP"] : ["SIGINT", "SIGTERM"];
}
