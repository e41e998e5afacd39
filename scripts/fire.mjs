// npm run fire -- [options]: a server under faults, malformed input and load; fire/options.ts has the options.
import { prepare } from "./setup/prepare.mjs";
import { loadProgram } from "./setup/program.mjs";

await prepare({ install: "full", build: "code" });
const { program } = await loadProgram("fire");

// The first Ctrl-C ends the run with what there is; the second one quits, and the servers with it.
const controller = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, () => {
    if (controller.signal.aborted) process.exit(1);
    controller.abort();
  });
}

const { stdout, stderr } = process;
const exitCode = await program(process.argv.slice(2), { stdout, stderr, signal: controller.signal });
// What is left open must not keep the command from ending.
process.exit(exitCode);
