// npm run carry -- [--weights GGUF] [--most MB]: packs everything for training on another machine into
// .cache/nano/carry, 62 MB at most: the trainer, Node.js, the data engine, tokenizer, measures, weights to continue
// from if given, and as many snippets as fit. Nothing else of this checkout is needed there. Creates missing parts
// first.
import { spawnSync } from "node:child_process";
import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { makeInputs } from "./inputs.mjs";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const CACHE = fileURLToPath(new URL("../../../.cache/nano/", import.meta.url));
const CARRY = `${CACHE}carry/`;

const USAGE = "Usage: npm run carry -- [--weights GGUF] [--most MB]";

const values = readArguments();
const mostBytes = Number(values.most) * 1e6;
if (!(mostBytes > 0)) fail(`--most must be a number of megabytes, such as 62\n${USAGE}`);
// npm runs this in the package's folder, but the path is relative to the user's.
const weights = values.weights && resolve(process.env.INIT_CWD ?? "", values.weights);
if (weights && !existsSync(weights)) fail(`${weights} does not exist`);
const engine = await makeInputs();

rmSync(CARRY, { recursive: true, force: true });
mkdirSync(`${CARRY}snippets`, { recursive: true });
mkdirSync(`${CARRY}measures`);
cpSync(`${ROOT}training/nano`, `${CARRY}training/nano`, {
  recursive: true,
  filter: (path) => !path.includes("__pycache__"),
});
copyFileSync(`${ROOT}scripts/train-gpu.sh`, `${CARRY}train-gpu.sh`);
copyFileSync(engine, `${CARRY}data.mjs`);
copyFileSync(`${ROOT}tokenizer.json`, `${CARRY}tokenizer.json`);
for (const name of readdirSync(`${CACHE}measures`))
  if (!name.endsWith(".jsonl")) copyFileSync(`${CACHE}measures/${name}`, `${CARRY}measures/${name}`);
copyFileSync(process.execPath, `${CARRY}node`);
run("strip", "-s", `${CARRY}node`);
for (const name of ["node", "data.mjs"]) run("xz", "-9", "-T0", `${CARRY}${name}`);
if (weights) copyFileSync(weights, `${CARRY}weights.gguf`);

let left = mostBytes - size(CARRY);
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

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        weights: { type: "string" },
        most: { type: "string", default: "62" },
        help: { type: "boolean", short: "h" },
      },
    });
    if (!values.help) return values;
    console.log(USAGE);
    process.exit(0);
  } catch (error) {
    fail(`${error.message}\n${USAGE}`);
  }
}

/** @param {string} message */
function fail(message) {
  console.error(message);
  process.exit(2);
}

/**
 * @param {string} command
 * @param {string[]} args
 */
function run(command, ...args) {
  const { status, error } = spawnSync(command, args, { stdio: "inherit" });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} failed`, { cause: error });
}

/** @param {string} folder */
function size(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(`${entry.parentPath}/${entry.name}`).size, 0);
}
