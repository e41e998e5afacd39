// npm start: runs the terminal client. Without a terminal and without arguments, shows an example edit.
import { relative } from "node:path";
import { ROOT } from "./setup/paths.mjs";
import { prepare } from "./setup/prepare.mjs";

await prepare({ install: "runtime", build: "code" });

const interactive = process.stdin.isTTY && process.stdout.isTTY;
if (process.argv.length === 2) {
  const examples = relative(process.cwd(), `${ROOT}examples`);
  process.argv.push(
    ...(interactive ? [examples] : ["edit", `${examples}/factorial.js`, "optimize this code"]),
  );
}
await import("../packages/cli/bin/flint.mjs");
