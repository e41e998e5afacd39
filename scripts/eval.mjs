// npm run eval -- [options]: measures a model on a suite of edits; eval/run/options.ts has the options.
import { CACHE } from "./setup/paths.mjs";
import { prepare } from "./setup/prepare.mjs";
import { loadProgram } from "./setup/program.mjs";

await prepare({ install: "full", build: "code" });
const { program } = await loadProgram("eval");

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
