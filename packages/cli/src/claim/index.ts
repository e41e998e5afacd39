export { claim, holderOf, type Refusal } from "./claim.ts";
export { beginOf, isRunning, readIfThere } from "./running.ts";
