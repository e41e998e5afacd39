export { bytes } from "./bytes.ts";
export { adviceFor, type Plan, PROCESS_MEMORY, planOf, raiseLimit } from "./plan.ts";
export { type Machine, suggestModel } from "./suggestion.ts";
