// npm test [-- ARGS]: builds stale packages and runs the tests; ARGS are passed to vitest.
import { runInForeground } from "./setup/foreground.mjs";
import { CACHE, ROOT } from "./setup/paths.mjs";
import { prepare } from "./setup/prepare.mjs";

await prepare({ install: "full", build: "code" });
process.exitCode = await runInForeground(process.execPath, [
  `${ROOT}node_modules/vitest/vitest.mjs`,
  "run",
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=${CACHE}results/test.json`,
  ...process.argv.slice(2),
]);
