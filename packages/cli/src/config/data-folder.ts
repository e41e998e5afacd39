import { join } from "node:path";
import envPaths from "env-paths";

/** A file of the server's own: in `FLINT_HOME`, else in the platform's folder for data, which no clean-up of caches empties. */
export function dataFile(name: string, env: NodeJS.ProcessEnv = process.env): string {
  return join(env.FLINT_HOME || envPaths("flint", { suffix: "" }).data, name);
}
