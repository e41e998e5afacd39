/** The exports that Node and browsers share. */
export type { InputItem, OutputItem, Tool, ToolChoice, Usage } from "@flint/protocol";
export type { ConnectionLimits, ConnectionState } from "./connection/index.ts";
export {
  type Anchor,
  type AnchorVerdict,
  type ArrivingCode,
  applyHunks,
  type Check,
  type CheckResult,
  type Confinement,
  type Declined,
  type EditEvent,
  type EditMode,
  type EditOptions,
  type EditResult,
  type EditSetEvent,
  type EditSetOptions,
  type EditSetResult,
  type EditSetTurn,
  type EditTurn,
  type FileEdit,
  followEdit,
  type Hunk,
  hunksBetween,
  languageOfFile,
  type OptimizeOptions,
  type Preview,
  type PreviewPiece,
  type ScopeConcern,
  type ScopeConcernKind,
  type Selection,
  type SetFile,
  type SyntaxIssue,
  type Verification,
} from "./edit/index.ts";
export { FlintError, type FlintErrorCode } from "./error/index.ts";
export {
  Player,
  parseRecording,
  type Recording,
  type RecordingHeader,
  recordingLine,
  redactRecording,
  type SessionEvent,
  type TimedEvent,
} from "./recording/index.ts";
export type { Model, RespondOptions, Session, SessionLimits, SessionOptions } from "./session/index.ts";
export {
  type Change,
  type Decision,
  EditState,
  type EditStatus,
  type OpenFile,
  SessionState,
  type Steer,
} from "./session-state/index.ts";
export type {
  Acknowledgement,
  Turn,
  TurnEvent,
  TurnResult,
  TurnStatus,
  TurnTimings,
  TurnTrace,
} from "./turn/index.ts";
