export { colouredDiff } from "./diff-line.ts";
export { Frames } from "./frames.ts";
export { FullScreen } from "./full-screen.ts";
export { LiveDiff, type LiveDiffOptions } from "./live-diff.ts";
export { fitEnd, printable, printableLines } from "./printable.ts";
export type { Row, Terminal } from "./screen.ts";
export { type Paint, padded, type Span, spanRow } from "./spans.ts";
export { type Theme, themeFor } from "./theme.ts";
export { wrap } from "./wrap.ts";
