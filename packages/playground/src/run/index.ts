export { Editing, selectedLines } from "./editing.ts";
export { EXAMPLES } from "./examples.ts";
export { summary } from "./summary.ts";
