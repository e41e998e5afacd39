export { generous } from "./limits.ts";
export { Secrets } from "./secrets.ts";
export { ServerProcess, type ServerProcessOptions } from "./server-process.ts";
export { Wire } from "./wire.ts";
