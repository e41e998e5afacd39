export { ask } from "./ask.ts";
export { type BenchEngine, BenchServer, type Spent } from "./bench-server.ts";
export { endWithThis } from "./end-with.ts";
