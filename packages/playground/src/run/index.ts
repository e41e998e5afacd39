export { Editing, selectedLines } from "./editing.ts";
export { EXAMPLES } from "./examples.ts";
export { whyTooLong } from "./instruction-limit.ts";
export { summary } from "./summary.ts";
