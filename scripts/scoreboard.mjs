// npm run scoreboard [-- options]: runs the benchmarks one after another and writes docs/scoreboard.json and, made of
// it, docs/scoreboard.md with its drawings. Each is written as soon as it is measured.
import { parseArgs } from "node:util";
import { loadBenchmarks } from "./bench/benchmarks.mjs";
import { peersOf } from "./bench/peers.mjs";
import { ResultsFile } from "./bench/results-file.mjs";
import { measure } from "./bench/run.mjs";
import { prepare } from "./setup/prepare.mjs";

const USAGE_ERROR = 2;
const INTERRUPTED = 130;
const MINUTE = 60_000;

const HELP = `Runs Flint's benchmarks and writes what they measured to docs/scoreboard.md.

Usage: npm run scoreboard -- [options]

  --only A,B            run these benchmarks; what is known of the others stays
  --page                run none: write the page anew from docs/scoreboard.json
  --repetitions N       measure everything so often, instead of as often as each has it for the scoreboard
  --minutes N           most minutes for one benchmark, 10 by default; it counts as failed then
  --peer NAME=URL       measure this OpenAI-compatible server beside Flint; may be given more than once
  --help                this text

LLAMA_SERVER=PATH names a llama-server, which then is measured beside Flint with the same model.

Examples:
  npm run scoreboard
  npm run scoreboard -- --only steer,chain
  npm run scoreboard -- --only peers --peer vllm=http://127.0.0.1:8000/v1
  LLAMA_SERVER=/opt/llama.cpp/llama-server npm run scoreboard -- --only peers

All of it takes up to 20 minutes on two cores that have nothing else to do. Ctrl-C stops it; what was measured stays.`;

const options = readArguments();
await prepare({ install: "full", build: "code" });
const { benchmarks, scoreboard } = await loadBenchmarks();
const chosen = choose(benchmarks);
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
      `\nStopped; what was measured before is written. To go on: npm run scoreboard -- --only ${left}\n`,
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
console.log("docs/scoreboard.md is written.");
if (failed.length > 0) {
  console.error(`Failed, as the page tells: ${failed.join(", ")}`);
  process.exitCode = 1;
}

function choose(all) {
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
    fail(`${error.message}\nnpm run scoreboard -- --help tells what there is.`);
  }
}

function whole(option, text) {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new Error(`${option} takes a whole number from 1 on.`);
  return value;
}

function fail(message) {
  console.error(message);
  process.exit(USAGE_ERROR);
}
