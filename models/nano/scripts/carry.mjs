// npm run carry -- [--weights GGUF]: puts what training on another machine needs into .cache/nano/carry, under 53 MB, so
// that it fits with the checkout into what can be carried there: Node.js, the data engine, tokenizer, measures, weights to
// go on from where they are named, and as many snippets as fit. Makes what is missing first.
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { makeInputs } from "./inputs.mjs";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const CACHE = fileURLToPath(new URL("../../../.cache/nano/", import.meta.url));
const CARRY = `${CACHE}carry/`;
const MOST_BYTES = 53e6;

const { values } = parseArgs({ options: { weights: { type: "string" } } });
// npm runs this in the package's folder; the path is meant from where its user stands.
const weights = values.weights && resolve(process.env.INIT_CWD ?? "", values.weights);
if (weights) statSync(weights);
const engine = await makeInputs();

rmSync(CARRY, { recursive: true, force: true });
mkdirSync(`${CARRY}snippets`, { recursive: true });
mkdirSync(`${CARRY}measures`);
copyFileSync(engine, `${CARRY}data.mjs`);
copyFileSync(`${ROOT}tokenizer.json`, `${CARRY}tokenizer.json`);
for (const name of readdirSync(`${CACHE}measures`))
  if (!name.endsWith(".jsonl")) copyFileSync(`${CACHE}measures/${name}`, `${CARRY}measures/${name}`);
packNode();
if (weights) copyFileSync(weights, `${CARRY}weights.gguf`);

let left = MOST_BYTES - size(CARRY);
let shards = 0;
for (const name of readdirSync(`${CACHE}snippets`).filter((one) => one.startsWith("train-"))) {
  const bytes = statSync(`${CACHE}snippets/${name}`).size;
  if (bytes > left) break;
  copyFileSync(`${CACHE}snippets/${name}`, `${CARRY}snippets/${name}`);
  left -= bytes;
  shards += 1;
}
console.log(`${CARRY}: ${(size(CARRY) / 1e6).toFixed(1)} MB, ${shards} shards of snippets`);
if (shards === 0) process.exitCode = 1;

/** This Node.js without its debugging symbols, as node.xz. */
function packNode() {
  copyFileSync(process.execPath, `${CARRY}node`);
  for (const command of [
    ["strip", "-s", `${CARRY}node`],
    ["xz", "-9", "-T0", `${CARRY}node`],
  ]) {
    const [name, ...args] = command;
    const { status } = spawnSync(name, args, { stdio: "inherit" });
    if (status !== 0) throw new Error(`${command.join(" ")} failed`);
  }
}

/** @param {string} folder */
function size(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(`${entry.parentPath}/${entry.name}`).size, 0);
}
