export { Editing, selectedLines } from "./editing.ts";
export { EXAMPLES } from "./examples.ts";
