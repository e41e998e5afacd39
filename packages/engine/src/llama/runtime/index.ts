export { Outbox } from "./outbox.ts";
export { Runtime } from "./runtime.ts";
