// npm run eval -- [options]: measures a model on a suite of edits; eval/run/options.ts has the options.
import { CACHE, ROOT } from "./setup/paths.mjs";
import { prepare } from "./setup/prepare.mjs";

await prepare({ install: "full", build: "code" });
const { program } = await loadProgram();

// The first Ctrl-C ends the evaluation with what there is; the second one quits.
const controller = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => controller.abort());

const exitCode = await program(process.argv.slice(2), {
  env: process.env,
  stdout: process.stdout,
  stderr: process.stderr,
  resultsFolder: `${CACHE}eval/results`,
  signal: controller.signal,
});
// What an engine leaves open must not keep the command from ending.
process.exit(exitCode);

/** Bundled on the fly over the built packages, which stay out of the bundle. */
async function loadProgram() {
  const { build } = await import("tsdown");
  await build({
    config: false,
    cwd: `${ROOT}eval`,
    entry: ["program.ts"],
    outDir: `${CACHE}eval/program`,
    platform: "node",
    target: "node20.19",
    fixedExtension: false,
    hash: false,
    sourcemap: true,
    dts: false,
    deps: { neverBundle: [/^[^./]/] },
    logLevel: "error",
  });
  return import("../.cache/eval/program/program.js");
}
