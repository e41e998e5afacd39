import { join } from "node:path";
import envPaths from "env-paths";

/** Returns the path of a server file: in `FLINT_HOME`, or else in the platform's data folder, not in a cache folder. */
export function dataFile(name: string, env: NodeJS.ProcessEnv = process.env): string {
  return join(env.FLINT_HOME || envPaths("flint", { suffix: "" }).data, name);
}
