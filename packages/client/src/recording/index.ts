export { Player } from "./player.ts";
export { parseRecording, type Recording, type RecordingHeader, recordingLine } from "./recording.ts";
export { redactRecording } from "./redact.ts";
export type { SessionEvent, TimedEvent } from "./session-event.ts";
