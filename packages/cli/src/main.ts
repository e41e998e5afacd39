import { setFlagsFromString } from "node:v8";
import { run } from "./program/index.ts";

// V8 compiles what runs of a grammar a second time, for speed, and a process waits for that at its end. With its own
// budget that begins within a few lines of code, and takes longer than to read thousands; so it begins later.
setFlagsFromString("--wasm-tiering-budget=100000000");
process.exitCode = await run(process.argv.slice(2));
