/** What both doors export: Node's and the browser's. */
export type { ConnectionLimits, ConnectionState } from "./connection/index.ts";
export {
  applyHunks,
  type EditEvent,
  type EditOptions,
  type EditResult,
  type EditTurn,
  type Hunk,
  type OptimizeOptions,
  type Preview,
  type PreviewPiece,
  type Selection,
  type SyntaxIssue,
  type Verification,
} from "./edit/index.ts";
export { FlintError, type FlintErrorCode } from "./error/index.ts";
export type { RespondOptions, Session, SessionLimits, SessionOptions } from "./session/index.ts";
export type { Acknowledgement, Turn, TurnEvent, TurnResult, TurnStatus, TurnTimings } from "./turn/index.ts";
