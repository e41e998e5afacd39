// npm run profile NAME [-- --repetitions N]: records a CPU profile and an allocation profile of each process of a
// benchmark, in particular its servers, in .cache/profile/NAME, and prints a summary.
import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { cpuSums, heapSums, summaryOf } from "./profile/summary.mjs";
import { CACHE, ROOT } from "./setup/paths.mjs";
import { prepare } from "./setup/prepare.mjs";

const USAGE_ERROR = 2;
const MEBI = 1024 * 1024;
const ROWS = 15;

const HELP = `Profiles a benchmark: the CPU time and the allocations of its processes.

Usage: npm run profile NAME [-- --repetitions N]

Examples:
  npm run profile stream
  npm run profile chain -- --repetitions 5

The profiles open in Chrome's DevTools (Performance, Memory) and in VS Code. npm run bench lists the names.`;

const { name, repetitions } = readArguments();
await prepare({ install: "full", build: "code" });
if (!existsSync(`${ROOT}bench/${name}.ts`))
  fail(`There is no benchmark "${name}": npm run bench lists the benchmarks.`);

const folder = `${CACHE}profile/${name}`;
rmSync(folder, { recursive: true, force: true });
for (const kind of ["cpu", "heap"]) await run(kind);
const summary = [
  ...processesOf("cpu", cpuSums, "CPU time", (time) => `${(time / 1000).toFixed(0)} ms`),
  ...processesOf("heap", heapSums, "allocated", (bytes) => `${(bytes / MEBI).toFixed(1)} MiB`),
].join("\n");
writeFileSync(`${folder}/summary.txt`, `${summary}\n`);
console.log(summary);
console.error(`Wrote the profiles to .cache/profile/${name}`);

/** Runs the benchmark, and waits until the last of its processes has written its profile. */
function run(kind) {
  process.stderr.write(`${kind === "cpu" ? "Profiling CPU time" : "Profiling allocations"}\n`);
  const preload = pathToFileURL(`${ROOT}scripts/profile/preload.mjs`).href;
  const options = `${process.env.NODE_OPTIONS ?? ""} --import=${preload}`.trim();
  const args = [`${ROOT}scripts/bench.mjs`, name, "--repetitions", String(repetitions)];
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    stdio: ["ignore", "ignore", "pipe"],
    env: {
      ...process.env,
      NODE_OPTIONS: options,
      FLINT_PROFILE: kind,
      FLINT_PROFILE_FOLDER: folder,
    },
  });
  child.stderr.pipe(process.stderr, { end: false });
  return new Promise((resolve) => {
    // `close` waits for the end of stderr, which all of the benchmark's processes inherit.
    child.once("close", (code) => {
      if (code === 0) resolve();
      else fail(`The benchmark failed with exit code ${code}.`);
    });
  });
}

/** Returns the summaries of a kind of profile, the most active processes first. */
function processesOf(kind, sumsOf, what, unit) {
  return readdirSync(folder)
    .filter((file) => file.endsWith(`.${kind}profile`))
    .map((file) => ({ file, sums: sumsOf(JSON.parse(readFileSync(`${folder}/${file}`, "utf8"))) }))
    .sort((one, other) => other.sums.total - one.sums.total)
    .flatMap(({ file, sums }) => [
      `${file}: ${what} ${unit(sums.total)}`,
      ...summaryOf(sums, unit, ROWS),
      "",
    ]);
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        repetitions: { type: "string", default: "1" },
        help: { type: "boolean", default: false },
      },
    });
    if (values.help) {
      console.log(HELP);
      process.exit(0);
    }
    const repetitions = Number(values.repetitions);
    if (!Number.isInteger(repetitions) || repetitions < 1)
      throw new Error("--repetitions must be a whole number of at least 1.");
    if (positionals.length !== 1 || !/^[a-z-]+$/.test(positionals[0]))
      throw new Error("Name one benchmark at a time.");
    return { name: positionals[0], repetitions };
  } catch (error) {
    fail(`${error.message}\n\n${HELP}`);
  }
}

function fail(message) {
  console.error(message);
  process.exit(USAGE_ERROR);
}
