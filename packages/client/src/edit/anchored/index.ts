export type { Anchor, AnchorVerdict } from "./anchor.ts";
export { AnchoredAnswer } from "./anchored-answer.ts";
export { hasMarkers } from "./block-stream.ts";
export { Repairs } from "./repairs.ts";
export { isWholeCode } from "./whole-code.ts";
