// npm run bench [NAME] [-- --json] [--repetitions N] [--peer NAME=URL]: runs a benchmark of bench/. Without a name,
// or with --help, it lists them.
import { parseArgs } from "node:util";
import { listing, loadBenchmarks } from "./bench/benchmarks.mjs";
import { machine, versions } from "./bench/machine.mjs";
import { peersOf } from "./bench/peers.mjs";
import { prepare } from "./setup/prepare.mjs";

const USAGE_ERROR = 2;
const USAGE = "Usage: npm run bench [NAME] [-- --json] [--repetitions N] [--peer NAME=URL]";

const { name, json, repetitions, peers, help } = readArguments();
await prepare({ install: "full", build: "code" });
const { benchmarks } = await loadBenchmarks();

// Exit instead of dying by the signal: exit handlers end the started programs.
for (const [signal, code] of [
  ["SIGINT", 130],
  ["SIGTERM", 143],
]) {
  process.once(signal, () => process.exit(code));
}

if (help) {
  console.log(`${USAGE}\n\n${listing(benchmarks)}`);
} else if (name === undefined) {
  console.log(listing(benchmarks));
} else {
  const benchmark = benchmarks.find((one) => one.name === name);
  if (benchmark === undefined) fail(`There is no benchmark "${name}". There are:\n${listing(benchmarks)}`);
  const report = (progress) => process.stderr.write(`${progress}\n`);
  const { metrics, samples } = await benchmark.run({ repetitions, peers, report });
  const result = json
    ? JSON.stringify({ name, machine: machine(), versions: versions(), metrics, samples })
    : table(name, metrics);
  // Whatever a benchmark left open must not keep the command running once the result has been written.
  process.stdout.write(`${result}\n`, () => process.exit(0));
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        json: { type: "boolean" },
        repetitions: { type: "string", default: "5" },
        peer: { type: "string", multiple: true, default: [] },
        help: { type: "boolean", short: "h", default: false },
      },
    });
    const repetitions = Number(values.repetitions);
    if (!Number.isInteger(repetitions) || repetitions < 1)
      fail("--repetitions must be a whole number of at least 1.");
    if (positionals.length > 1) fail("Name one benchmark at a time: npm run bench NAME");
    const [name] = positionals;
    const { json = false, help } = values;
    return { name, json, repetitions, peers: peersOf(values.peer), help };
  } catch (error) {
    fail(`${error.message}\n${USAGE}`);
  }
}

function table(name, metrics) {
  const round = (value) => (Math.abs(value) < 100 ? value.toFixed(2) : value.toFixed(0));
  const rows = Object.entries(metrics).map(([metric, value]) =>
    typeof value === "number"
      ? [metric, round(value), ""]
      : [
          metric,
          round(value.median),
          `quartiles ${round(value.lower_quartile)}–${round(value.upper_quartile)}, range ${round(value.min)}–${round(value.max)}`,
        ],
  );
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column].length)));
  const { cpu, cores, memory_gib } = machine();
  return [
    `${name} on ${cpu}, ${cores} cores, ${memory_gib} GiB, Node ${process.versions.node}`,
    ...rows.map(([metric, value, note]) =>
      `  ${metric.padEnd(widths[0])}  ${value.padStart(widths[1])}  ${note}`.trimEnd(),
    ),
  ].join("\n");
}

function fail(message) {
  console.error(message);
  process.exit(USAGE_ERROR);
}
