import { existsSync } from "node:fs";
import { modelFile } from "../home.ts";
import type { Problem } from "../problem/index.ts";
import { loadEditPairs } from "./edit-pairs.ts";
import { SuiteError } from "./suite-error.ts";

/** Path of the edits that the bundled model is measured on. */
export const HELD_OUT_FILE = modelFile("eval/held-out.jsonl");

/** Loads edits of the bundled model's kind that it was not trained on. Rejects with {@link SuiteError}. */
export async function loadHeldOut(path: string): Promise<Problem[]> {
  if (path === HELD_OUT_FILE && !existsSync(path)) {
    throw new SuiteError(
      `${path} does not exist: create it with npm run data -- held-out, or use --suite nano=PATH`,
    );
  }
  return loadEditPairs(path);
}
