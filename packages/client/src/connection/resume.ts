import type { ServerFrame } from "@flint/protocol";

/** Where a response is to be taken up again. */
export interface Resume {
  readonly responseId: string;
  /** `sequence_number` of the last event that arrived; -1 for none. */
  readonly lastSeen: number;
  /** Attempts before this one that brought no new event. */
  readonly attempt: number;
}

/** Whether the frame is one that arrived before the connection was lost. */
export function isOld(frame: ServerFrame, { responseId, lastSeen }: Resume): boolean {
  const { sequence_number } = frame;
  if (frame.type === "error" || typeof sequence_number !== "number") return false;
  // The successor of a response counts anew.
  if (frame.type === "response.created" && frame.response.id !== responseId) return false;
  return sequence_number <= lastSeen;
}
