export { type Reader, streamReader } from "./reader.ts";
export type { Recorder } from "./recorder.ts";
export type { Recording } from "./recording.ts";
export type { RemoteResponse } from "./remote-response.ts";
export { type FoundLog, Responses, type ResponsesOptions } from "./responses.ts";
