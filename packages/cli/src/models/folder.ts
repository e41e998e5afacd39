import { join } from "node:path";
import envPaths from "env-paths";

/**
 * Flint's folder for this person: `FLINT_HOME`, else the platform's cache folder
 * (`~/.cache/flint` on Linux, `~/Library/Caches/flint` on macOS).
 */
function flintHome(env: NodeJS.ProcessEnv = process.env): string {
  return env.FLINT_HOME || envPaths("flint", { suffix: "" }).cache;
}

/** Where `flint pull` puts models: one `ID.gguf` and one `ID.json` each. */
export function modelsFolder(env: NodeJS.ProcessEnv = process.env): string {
  return join(flintHome(env), "models");
}

/** Where what was measured of models on this machine is kept. */
export function measurementsFolder(env: NodeJS.ProcessEnv = process.env): string {
  return join(flintHome(env), "measurements");
}
