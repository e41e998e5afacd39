import { type OpenSocket, withoutSocket } from "../connection/index.ts";

/**
 * The browser's own WebSocket. It cannot send a key, so that a session with one is told to use HTTP; and it does
 * not say why an upgrade was refused.
 */
export const openBrowserSocket: OpenSocket = (options, listener) => {
  if (options.apiKey !== undefined) return withoutSocket(options, listener);
  const socket = new WebSocket(options.url);
  socket.onopen = () => listener.opened();
  socket.onmessage = ({ data }) => {
    if (typeof data === "string") listener.message(data);
  };
  socket.onclose = ({ code, reason }) => listener.ended({ kind: "closed", code, reason });
  return {
    send: (text) => socket.send(text),
    close: (code, reason) => socket.close(code, reason),
    // A browser's socket can only be closed; what it still says is not listened to.
    terminate: () => {
      socket.onopen = null;
      socket.onmessage = null;
      socket.onclose = null;
      socket.close();
      listener.ended({ kind: "closed", code: 1006, reason: "" });
    },
  };
};
