import { join } from "node:path";
import envPaths from "env-paths";

/**
 * Returns the folder of saved sessions: `FLINT_HOME/sessions`, or else in the platform's state folder
 * (`~/.local/state/flint/sessions` on Linux).
 */
export function sessionsFolder(env: NodeJS.ProcessEnv = process.env): string {
  const { log, data } = envPaths("flint", { suffix: "" });
  // On Linux, `log` is the state folder; elsewhere it is only for logs.
  return join(env.FLINT_HOME || (process.platform === "linux" ? log : data), "sessions");
}
