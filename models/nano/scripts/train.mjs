// npm run train -- [ARGS]: trains on this machine's CPU, at the lowest priority and with one thread. Creates missing
// inputs first, and continues from the last checkpoint. ARGS are passed to the trainer after the defaults here.
import { spawnSync } from "node:child_process";
import { setPriority } from "node:os";
import { fileURLToPath } from "node:url";
import { makeInputs } from "./inputs.mjs";
import { findPython, REMEDY } from "./python.mjs";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const CACHE = fileURLToPath(new URL("../../../.cache/nano/", import.meta.url));
const LOWEST = 19;

setPriority(LOWEST);
// npm runs this in the package's folder, but paths are relative to the user's.
process.chdir(process.env.INIT_CWD ?? ".");
const python = findPython();
if (python === undefined) {
  console.error(REMEDY);
  process.exit(1);
}
const given = process.argv.slice(2);
// `--help` does not have to wait for the packages' download.
const asksForHelp = given.includes("--help") || given.includes("-h");
const engine = asksForHelp ? "" : await makeInputs();

const defaults = {
  "--out": `${CACHE}train`,
  "--engine": engine,
  "--node": process.execPath,
  "--snippets": `${CACHE}snippets`,
  "--tokenizer": `${ROOT}tokenizer.json`,
  "--measures": `${CACHE}measures`,
  "--size": "8m",
  "--minutes": "600",
};
// A length in tokens replaces the one in minutes.
if (given.includes("--tokens")) delete defaults["--minutes"];
const args = ["-m", "nano.train", ...Object.entries(defaults).flat(), ...given];
const env = { ...process.env, PYTHONPATH: `${ROOT}training`, OMP_WAIT_POLICY: "passive" };
process.exitCode = spawnSync(python, args, { stdio: "inherit", env }).status ?? 1;
