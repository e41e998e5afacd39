export { type RecordFlags, recordCommand } from "./record.ts";
export { type ReplayFlags, replayCommand } from "./replay.ts";
