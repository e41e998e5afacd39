import { setFlagsFromString } from "node:v8";
import { run } from "./program/index.ts";

// V8 recompiles hot WebAssembly with optimizations, and a process waits for that at exit. By default it starts within
// a few lines of parsed code and takes longer than parsing thousands of lines, so raise the threshold.
setFlagsFromString("--wasm-tiering-budget=100000000");
process.exitCode = await run(process.argv.slice(2));
