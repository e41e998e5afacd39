import type { OpenSocket, Socket, SocketEnd, SocketListener } from "./socket.ts";

/** Opens no socket; reports 426, like a server that requires HTTP. */
export const withoutSocket: OpenSocket = (_options, listener) =>
  failedSocket({ kind: "refused", status: 426, message: "" }, listener);

/** Returns a socket that could not be opened, and reports it to the listener. */
export function failedSocket(end: SocketEnd, listener: SocketListener): Socket {
  queueMicrotask(() => listener.ended(end));
  return { send: () => {}, close: () => {}, terminate: () => {} };
}
