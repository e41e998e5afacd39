import type { ServerFrame } from "@flint/protocol";

/** The position from which to resume a response. */
export interface Resume {
  readonly responseId: string;
  /** `sequence_number` of the last event received; -1 if none. */
  readonly lastSeen: number;
  /** Earlier attempts that brought no new event. */
  readonly attempt: number;
}

/** Returns whether the frame had already arrived before the connection was lost. */
export function wasReceived(frame: ServerFrame, { responseId, lastSeen }: Resume): boolean {
  const { sequence_number } = frame;
  if (frame.type === "error" || typeof sequence_number !== "number") return false;
  // The numbers restart with each new response.
  if (frame.type === "response.created" && frame.response.id !== responseId) return false;
  return sequence_number <= lastSeen;
}
