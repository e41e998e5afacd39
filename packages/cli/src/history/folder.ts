import { join } from "node:path";
import envPaths from "env-paths";

/**
 * Where sessions are kept: `FLINT_HOME/sessions`, else in the platform's folder for state
 * (`~/.local/state/flint/sessions` on Linux).
 */
export function sessionsFolder(env: NodeJS.ProcessEnv = process.env): string {
  const { log, data } = envPaths("flint", { suffix: "" });
  // What is the state folder on Linux holds logs alone elsewhere.
  return join(env.FLINT_HOME || (process.platform === "linux" ? log : data), "sessions");
}
