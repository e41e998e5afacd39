/**
 * An OpenAI Responses API server over HTTP and WebSocket, in front of any {@link Engine}.
 * @module
 */
export { ServerError, type ServerErrorCode } from "./errors/index.ts";
export { defaultLimits, type ServerLimits } from "./limits.ts";
export { type FlintServer, type ServerOptions, startServer } from "./server.ts";
