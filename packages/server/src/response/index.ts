export type { Elsewhere } from "./elsewhere.ts";
export { type Reader, streamReader } from "./reader.ts";
export type { Recorder } from "./recorder.ts";
export type { Recording } from "./recording.ts";
export { type FoundLog, Responses, type ResponsesOptions } from "./responses.ts";
