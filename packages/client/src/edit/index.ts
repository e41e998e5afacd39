export type { EditEvent } from "./edit-event.ts";
export type { EditOptions, OptimizeOptions, Selection } from "./edit-options.ts";
export type { EditResult, SyntaxIssue, Verification } from "./edit-result.ts";
export type { EditTurn } from "./edit-turn.ts";
export { applyHunks, type Hunk } from "./hunk.ts";
export type { Preview, PreviewPiece } from "./preview.ts";
