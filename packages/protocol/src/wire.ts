/**
 * What a client needs to run: codecs, ids and the error that those throw, without schemas and what checks them. Its
 * types are those of `@flint/protocol`.
 * @module
 */
export { decodeServerFrame, encodeFrame, SseDecoder } from "./codec/index.ts";
export { ApiError } from "./error/index.ts";
export { newId } from "./id.ts";
