// npm run scoreboard [-- options]: runs the benchmarks one after another and writes docs/scoreboard.json, and from it
// docs/scoreboard.md with its charts. They are updated after each benchmark.
import { parseArgs } from "node:util";
import { loadBenchmarks } from "./bench/benchmarks.mjs";
import { peersOf } from "./bench/peers.mjs";
import { ResultsFile } from "./bench/results-file.mjs";
import { measure } from "./bench/run.mjs";
import { prepare } from "./setup/prepare.mjs";

const USAGE_ERROR = 2;
const INTERRUPTED = 130;
const MINUTE = 60_000;

const HELP = `Runs Flint's benchmarks and writes the results to docs/scoreboard.md.

Usage: npm run scoreboard -- [options]

  --only A,B            run these benchmarks and keep the results of the others
  --page                run none: only write the page from docs/scoreboard.json
  --repetitions N       how often each thing is measured, instead of each benchmark's default
  --minutes N           time limit for one benchmark, 10 by default; beyond it, the benchmark has failed
  --peer NAME=URL       also measure this OpenAI-compatible server; may be repeated
  --help                print this text

LLAMA_SERVER=PATH names a llama-server, which is then measured as well, with the same model.

Examples:
  npm run scoreboard
  npm run scoreboard -- --only steer,chain
  npm run scoreboard -- --only peers --peer vllm=http://127.0.0.1:8000/v1
  LLAMA_SERVER=/opt/llama.cpp/llama-server npm run scoreboard -- --only peers

A full run takes up to 20 minutes on two idle cores. Ctrl-C stops it and keeps what was measured.`;

const options = readArguments();
await prepare({ install: "full", build: "code" });
const { benchmarks, scoreboard } = await loadBenchmarks();
const chosen = chooseBenchmarks(benchmarks);
const file = new ResultsFile((results) => scoreboard(benchmarks, results));

const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => stop.abort());

const failed = [];
for (const [at, benchmark] of chosen.entries()) {
  const title = `${at + 1} of ${chosen.length}: ${benchmark.name}`;
  process.stderr.write(`${title}\n`);
  const entry = await measure(benchmark, {
    repetitions: options.repetitions ?? benchmark.scoreboardRepetitions,
    peers: options.peers,
    time: options.minutes * MINUTE,
    signal: stop.signal,
  });
  if (entry === null) {
    const left = chosen.slice(at).map(({ name }) => name);
    process.stderr.write(
      `\nStopped. Earlier results are written. To continue: npm run scoreboard -- --only ${left}\n`,
    );
    process.exit(INTERRUPTED);
  }
  file.put(benchmark.name, entry);
  if ("failure" in entry) failed.push(benchmark.name);
  process.stderr.write(
    `${title}: ${"failure" in entry ? "failed" : "done"} in ${Math.round(entry.seconds)} s\n`,
  );
}
if (options.page) file.write();
console.log("Wrote docs/scoreboard.md.");
if (failed.length > 0) {
  console.error(`Failed (see the page): ${failed.join(", ")}`);
  process.exitCode = 1;
}

function chooseBenchmarks(all) {
  if (options.page) return [];
  if (options.only === null) return all;
  const unknown = options.only.find((name) => !all.some((one) => one.name === name));
  if (unknown !== undefined)
    fail(`There is no benchmark "${unknown}". There are: ${all.map(({ name }) => name).join(", ")}`);
  return all.filter(({ name }) => options.only.includes(name));
}

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        only: { type: "string" },
        page: { type: "boolean", default: false },
        repetitions: { type: "string" },
        minutes: { type: "string", default: "10" },
        peer: { type: "string", multiple: true, default: [] },
        help: { type: "boolean", default: false },
      },
    });
    if (values.help) {
      console.log(HELP);
      process.exit(0);
    }
    return {
      only: values.only === undefined ? null : values.only.split(",").filter(Boolean),
      page: values.page,
      repetitions: values.repetitions === undefined ? null : whole("--repetitions", values.repetitions),
      minutes: whole("--minutes", values.minutes),
      peers: peersOf(values.peer),
    };
  } catch (error) {
    fail(`${error.message}\nnpm run scoreboard -- --help lists the options.`);
  }
}

function whole(option, text) {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1)
    throw new Error(`${option} must be a whole number of at least 1.`);
  return value;
}

function fail(message) {
  console.error(message);
  process.exit(USAGE_ERROR);
}
