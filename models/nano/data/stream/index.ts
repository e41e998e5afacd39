export { type Example, type Format, toExample } from "./format.ts";
export { KINDS, toFrame } from "./frames.ts";
export { applyLineEdits, editLines, type LineEdit } from "./line-edits.ts";
