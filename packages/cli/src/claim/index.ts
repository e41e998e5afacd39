export { claim, holderOf, type Refusal } from "./claim.ts";
export { isRunning, readIfExists, startTimeOf } from "./running.ts";
