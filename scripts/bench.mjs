// npm run bench [NAME] [-- --json] [--repetitions N]: runs a benchmark of bench/; without a name it lists them.
import { readdirSync } from "node:fs";
import { arch, availableParallelism, cpus, platform, release, totalmem } from "node:os";
import { parseArgs } from "node:util";
import { CACHE, ROOT } from "./setup/paths.mjs";
import { prepare } from "./setup/prepare.mjs";

const USAGE_ERROR = 2;
const GIB = 1024 ** 3;

const { name, json, repetitions } = readArguments();
await prepare({ install: "full", build: "code" });
const benchmarks = await loadBenchmarks();

if (name === undefined) {
  console.log(listing());
} else {
  const benchmark = benchmarks.find((one) => one.name === name);
  if (benchmark === undefined) fail(`There is no benchmark "${name}". There are:\n${listing()}`);
  const report = (progress) => process.stderr.write(`${progress}\n`);
  const { metrics, samples } = await benchmark.run({ repetitions, report });
  console.log(json ? JSON.stringify({ name, machine: machine(), metrics, samples }) : table(name, metrics));
  // What a benchmark leaves open must not keep the command from ending.
  process.exit(0);
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { json: { type: "boolean" }, repetitions: { type: "string", default: "5" } },
    });
    const repetitions = Number(values.repetitions);
    if (!Number.isInteger(repetitions) || repetitions < 1)
      fail("--repetitions takes a whole number from 1 on.");
    if (positionals.length > 1) fail("One benchmark at a time: npm run bench NAME");
    return { name: positionals[0], json: values.json ?? false, repetitions };
  } catch (error) {
    fail(`${error.message}\nUsage: npm run bench [NAME] [-- --json] [--repetitions N]`);
  }
}

/** bench/NAME.ts is the benchmark NAME: bundled on the fly over the built packages, which stay out of the bundle. */
async function loadBenchmarks() {
  const { build } = await import("tsdown");
  const names = readdirSync(`${ROOT}bench`)
    .filter((file) => file.endsWith(".ts"))
    .map((file) => file.slice(0, -".ts".length));
  await build({
    config: false,
    cwd: `${ROOT}bench`,
    entry: names.map((name) => `${name}.ts`),
    outDir: `${CACHE}bench`,
    platform: "node",
    target: "node20.19",
    fixedExtension: false,
    hash: false,
    sourcemap: true,
    dts: false,
    deps: { neverBundle: ["playwright-core"] },
    logLevel: "error",
  });
  return Promise.all(names.map(async (name) => (await import(`../.cache/bench/${name}.js`)).benchmark));
}

function listing() {
  const width = Math.max(...benchmarks.map((one) => one.name.length));
  return benchmarks.map((one) => `  ${one.name.padEnd(width)}  ${one.description}`).join("\n");
}

function machine() {
  return {
    cpu: cpus()[0]?.model ?? "unknown",
    cores: availableParallelism(),
    memory_gib: Math.round((totalmem() / GIB) * 10) / 10,
    node: process.versions.node,
    platform: `${platform()} ${arch()} ${release()}`,
  };
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
  const { cpu, cores, memory_gib, node } = machine();
  return [
    `${name} on ${cpu}, ${cores} cores, ${memory_gib} GiB, Node ${node}`,
    ...rows.map(([metric, value, note]) =>
      `  ${metric.padEnd(widths[0])}  ${value.padStart(widths[1])}  ${note}`.trimEnd(),
    ),
  ].join("\n");
}

function fail(message) {
  console.error(message);
  process.exit(USAGE_ERROR);
}
