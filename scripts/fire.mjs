// npm run fire -- [options]: tests a server under faults, malformed input and load; see fire/options.ts for the
// options.
import { prepare } from "./setup/prepare.mjs";
import { loadProgram } from "./setup/program.mjs";

await prepare({ install: "full", build: "code" });
const { program } = await loadProgram("fire");

// The first Ctrl-C ends the run with the results so far; the second one quits, and ends the servers.
const controller = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, () => {
    if (controller.signal.aborted) process.exit(1);
    controller.abort();
  });
}

const { stdout, stderr } = process;
const exitCode = await program(process.argv.slice(2), { stdout, stderr, signal: controller.signal });
// Whatever was left open must not keep the command running.
process.exit(exitCode);
