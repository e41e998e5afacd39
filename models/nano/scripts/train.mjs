// npm run train -- [ARGS]: trains on this machine's CPU, at the lowest priority and with one thread. Makes
// what is missing first, and goes on from the last checkpoint. ARGS go to the trainer, after its defaults here.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { setPriority } from "node:os";
import { fileURLToPath } from "node:url";
import { bundle } from "./bundle.mjs";
import { findPython, REMEDY } from "./python.mjs";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const CACHE = fileURLToPath(new URL("../../../.cache/nano/", import.meta.url));
const LOWEST = 19;

setPriority(LOWEST);
const python = findPython();
if (python === undefined) {
  console.error(REMEDY);
  process.exit(1);
}
const engine = await bundle(`${ROOT}dist`);
if (!existsSync(`${CACHE}snippets/held-out.br`)) {
  data("fetch");
  data("extract");
}
if (!existsSync(`${ROOT}tokenizer.json`)) data("tokenizer");
if (!existsSync(`${CACHE}measures/names.json`)) data("measures");

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
const given = process.argv.slice(2);
// A length in tokens takes the place of the one in minutes.
if (given.includes("--tokens")) delete defaults["--minutes"];
run(python, ["-m", "nano.train", ...Object.entries(defaults).flat(), ...given], {
  PYTHONPATH: `${ROOT}training`,
  OMP_WAIT_POLICY: "passive",
});

/** @param {string[]} args */
function data(...args) {
  run(process.execPath, ["--max-old-space-size=6000", engine, ...args]);
}

/** Ends the program where the command fails. */
function run(command, args, env = {}) {
  const { status } = spawnSync(command, args, {
    cwd: ROOT,
    stdio: "inherit",
    env: { ...process.env, ...env },
  });
  if (status !== 0) process.exit(status ?? 1);
}
