// Creates missing inputs of the training.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { bundle } from "./bundle.mjs";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const CACHE = fileURLToPath(new URL("../../../.cache/nano/", import.meta.url));

/** Creates missing snippets, tokenizer and measures. Returns the data engine's bundle. */
export async function makeInputs() {
  const engine = await bundle(`${ROOT}dist`);
  if (!existsSync(`${CACHE}snippets/held-out.br`)) {
    data("fetch");
    data("extract");
  }
  if (!existsSync(`${ROOT}tokenizer.json`)) data("tokenizer");
  if (!existsSync(`${CACHE}measures/names.json`)) data("measures");
  return engine;

  /** Exits the program if the command fails. */
  function data(command) {
    const args = ["--max-old-space-size=6000", engine, command];
    const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: "inherit" });
    if (status !== 0) process.exit(status ?? 1);
  }
}
