export { bytes } from "./bytes.ts";
export { adviceFor, type Plan, planOf } from "./plan.ts";
export { suggestModel } from "./suggestion.ts";
