/**
 * The Responses API over HTTP and WebSocket, as types, schemas and codecs. Runs in Node and in a browser.
 * @module
 */
export { ApiError, type ApiErrorBody, type ApiErrorType } from "./error/index.ts";
export type * from "./events/events.ts";
export type * from "./schema/items.ts";
export type * from "./schema/model.ts";
export type * from "./schema/request.ts";
export { STREAM_ID } from "./schema/request.ts";
export type * from "./schema/response.ts";
export type * from "./schema/tools.ts";
