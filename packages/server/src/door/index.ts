export { createHttpServer, RequestsInFlight } from "./http/index.ts";
export type { Shared } from "./shared.ts";
export { UnderWay } from "./under-way.ts";
export { openWebSocketDoor, type WebSocketDoor } from "./websocket/index.ts";
