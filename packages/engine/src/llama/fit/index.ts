export { bytes } from "./bytes.ts";
export { adviceFor, type Plan, PROCESS, planOf, raiseLimit } from "./plan.ts";
export { suggestModel } from "./suggestion.ts";
