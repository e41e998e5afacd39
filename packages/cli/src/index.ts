/**
 * The Flint SDK with an engine inside: `const session = await initializeSession()`.
 * @module
 */
export {
  type Acknowledgement,
  type ArrivingCode,
  applyHunks,
  type ConnectionLimits,
  type ConnectionState,
  type EditEvent,
  type EditOptions,
  type EditResult,
  type EditTurn,
  FlintError,
  type FlintErrorCode,
  followEdit,
  type Hunk,
  hunksBetween,
  type Model,
  type OptimizeOptions,
  type Preview,
  type PreviewPiece,
  type RespondOptions,
  type Selection,
  type Session,
  type SessionLimits,
  type SessionOptions,
  type SyntaxIssue,
  type Turn,
  type TurnEvent,
  type TurnResult,
  type TurnStatus,
  type TurnTimings,
  type Verification,
} from "@flint/client";
export { type InitializeOptions, initializeSession } from "./sdk/index.ts";
