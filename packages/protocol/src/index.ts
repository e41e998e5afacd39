/**
 * The Responses API over HTTP and WebSocket, as types, schemas, event constructors and codecs. A type and its
 * schema share one name. Runs in Node and in a browser.
 * @module
 */
export * from "./codec/index.ts";
export { ApiError, ApiErrorBody, ApiErrorType } from "./error/index.ts";
export * from "./events/index.ts";
export { type IdPrefix, newId } from "./id.ts";
export * from "./schema/index.ts";
export * from "./validate/index.ts";
