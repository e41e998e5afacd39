import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** The folder of the evaluation, from wherever its code was bundled to. */
const HOME = dirname(createRequire(import.meta.url).resolve("@flint/eval/package.json"));

/** The path of a file that comes with the evaluation. */
export function ownFile(...parts: readonly string[]): string {
  return join(HOME, ...parts);
}

/** The folder of the bundled model. */
const MODEL = dirname(createRequire(import.meta.url).resolve("@flint/nano/package.json"));

/** The path of a file that comes with the bundled model. */
export function modelFile(...parts: readonly string[]): string {
  return join(MODEL, ...parts);
}
