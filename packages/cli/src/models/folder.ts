import { join } from "node:path";
import envPaths from "env-paths";

/**
 * Returns Flint's folder of the current user: `FLINT_HOME`, or else the platform's cache folder
 * (`~/.cache/flint` on Linux, `~/Library/Caches/flint` on macOS).
 */
function flintHome(env: NodeJS.ProcessEnv = process.env): string {
  return env.FLINT_HOME || envPaths("flint", { suffix: "" }).cache;
}

/** Returns the folder of pulled models: an `ID.gguf` and an `ID.json` each. */
export function modelsFolder(env: NodeJS.ProcessEnv = process.env): string {
  return join(flintHome(env), "models");
}

/** Returns the folder of measurements of models on this machine. */
export function measurementsFolder(env: NodeJS.ProcessEnv = process.env): string {
  return join(flintHome(env), "measurements");
}
