import type { OpenSocket } from "./socket.ts";

/** Opens nothing, and says what a server says that takes no WebSocket: use HTTP. */
export const withoutSocket: OpenSocket = (_options, listener) => {
  queueMicrotask(() => listener.ended({ kind: "refused", status: 426, message: "" }));
  return { send: () => {}, close: () => {}, terminate: () => {} };
};
