export type { Anchor, AnchorVerdict } from "./anchored/index.ts";
export { type ArrivingCode, followEdit } from "./arriving-code.ts";
export type { Check, CheckRequest, CheckResult, Confinement, EditedFile, RunChecks } from "./check/index.ts";
export { applyHunks, lineCount } from "./code-lines.ts";
export type { Declined } from "./declined.ts";
export type { EditContext } from "./edit-context.ts";
export type { EditEvent } from "./edit-event.ts";
export type { LoadEdits, MakeEdit } from "./edit-making.ts";
export type { EditMode, EditOptions, OptimizeOptions, Selection } from "./edit-options.ts";
export { EDIT_INSTRUCTIONS } from "./edit-prompt.ts";
export type { EditResult } from "./edit-result.ts";
export { EditRun } from "./edit-run.ts";
export { checkOptions, readTask, requireCode, taskFrom } from "./edit-task.ts";
export type { EditTurn } from "./edit-turn.ts";
export type { Hunk } from "./hunk.ts";
export { hunksBetween } from "./hunks-between.ts";
export { isKnownLanguage, languageOfFile } from "./language.ts";
export type { Preview, PreviewPiece } from "./preview.ts";
export {
  checkScope,
  type Leaf,
  type LeafKind,
  type LeafSource,
  type ReadLeaves,
  type ScopeCheck,
  type ScopeConcern,
  type ScopeConcernKind,
} from "./scope/index.ts";
export {
  checkSetOptions,
  type EditSetEvent,
  type EditSetOptions,
  type EditSetResult,
  EditSetRun,
  type EditSetTurn,
  type FileEdit,
  type SetFile,
} from "./set/index.ts";
export { fileTooLargeError, type PlaceOf, type ReadFile, readSource } from "./source-file.ts";
export type { GrammarSource, Parse, SyntaxIssue, Verification } from "./verify/index.ts";
