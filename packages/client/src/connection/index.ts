export { Connection, type ConnectionOptions } from "./connection.ts";
export { CONNECTION_LIMITS, type ConnectionLimits } from "./connection-limits.ts";
export type { ConnectionState } from "./connection-state.ts";
export { type Endpoint, parseEndpoint } from "./endpoint.ts";
export { refusalOf, requestHeaders } from "./http-lane.ts";
export type { Lane, LaneRequest, LaneUser } from "./lane.ts";
export type { Resume } from "./resume.ts";
export type { OpenSocket, Socket, SocketEnd, SocketListener, SocketOptions } from "./socket.ts";
export { withoutSocket } from "./without-socket.ts";
