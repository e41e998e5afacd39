import type { OpenSocket, Socket, SocketEnd, SocketListener } from "./socket.ts";

/** Opens nothing, and says what a server says that takes no WebSocket: use HTTP. */
export const withoutSocket: OpenSocket = (_options, listener) =>
  failedSocket({ kind: "refused", status: 426, message: "" }, listener);

/** A socket that cannot be had, as its listener is told. */
export function failedSocket(end: SocketEnd, listener: SocketListener): Socket {
  queueMicrotask(() => listener.ended(end));
  return { send: () => {}, close: () => {}, terminate: () => {} };
}
