// npm run fire -- [options]: a server under faults, malformed input and load; fire/options.ts has the options.
import { CACHE, ROOT } from "./setup/paths.mjs";
import { prepare } from "./setup/prepare.mjs";

await prepare({ install: "full", build: "code" });
const { program } = await loadProgram();

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

/** Bundled on the fly over the built packages, which stay out of the bundle. */
async function loadProgram() {
  const { build } = await import("tsdown");
  await build({
    config: false,
    cwd: `${ROOT}fire`,
    entry: ["program.ts"],
    outDir: `${CACHE}fire`,
    platform: "node",
    target: "node20.19",
    fixedExtension: false,
    hash: false,
    sourcemap: true,
    dts: false,
    // The compiler's own help for `using` is no package of ours.
    deps: { neverBundle: [/^[a-z@](?!oxc-project)/] },
    logLevel: "error",
  });
  return import("../.cache/fire/program.js");
}
