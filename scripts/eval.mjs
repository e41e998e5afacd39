// npm run eval -- [options]: evaluates a model on a suite of edits; see eval/run/options.ts for the options.
import { CACHE } from "./setup/paths.mjs";
import { prepare } from "./setup/prepare.mjs";
import { loadProgram } from "./setup/program.mjs";

await prepare({ install: "full", build: "code" });
const { program } = await loadProgram("eval");

// The first Ctrl-C ends the evaluation with the results so far; the second one quits.
const controller = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => controller.abort());

const exitCode = await program(process.argv.slice(2), {
  env: process.env,
  stdout: process.stdout,
  stderr: process.stderr,
  resultsFolder: `${CACHE}eval/results`,
  signal: controller.signal,
});
// Whatever an engine left open must not keep the command running.
process.exit(exitCode);
