// npm run build [-- --types]: builds what is stale; with --types its declarations too.
import { prepare } from "./setup/prepare.mjs";

const types = process.argv.includes("--types");
await prepare({ install: types ? "full" : "runtime", build: types ? "code and types" : "code" });
