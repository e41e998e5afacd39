export { colouredDiff } from "./diff-line.ts";
export { LiveDiff, type LiveDiffOptions } from "./live-diff.ts";
export { printable } from "./printable.ts";
export type { Terminal } from "./screen.ts";
export { type Theme, themeFor } from "./theme.ts";
