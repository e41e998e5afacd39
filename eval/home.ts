import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** The folder of `@flint/eval`, independent of where its code was bundled to. */
const EVAL_FOLDER = dirname(createRequire(import.meta.url).resolve("@flint/eval/package.json"));

/** Returns the path of a file in `@flint/eval`. */
export function evalFile(...parts: readonly string[]): string {
  return join(EVAL_FOLDER, ...parts);
}

/** The folder of the bundled model. */
const MODEL_FOLDER = dirname(createRequire(import.meta.url).resolve("@flint/nano/package.json"));

/** Returns the path of a file in the bundled model's package. */
export function modelFile(...parts: readonly string[]): string {
  return join(MODEL_FOLDER, ...parts);
}
