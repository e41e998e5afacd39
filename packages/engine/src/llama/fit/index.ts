export { bytes } from "./bytes.ts";
export { adviceFor, type Plan, planOf } from "./plan.ts";
export { type Machine, suggestModel } from "./suggestion.ts";
