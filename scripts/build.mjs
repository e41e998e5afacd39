// npm run build [-- --types]: builds stale packages; with --types, their declarations too.
import { prepare } from "./setup/prepare.mjs";

const types = process.argv.includes("--types");
await prepare({ install: types ? "full" : "runtime", build: types ? "code and types" : "code" });
