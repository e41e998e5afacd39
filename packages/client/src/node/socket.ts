import type { OpenSocket, Socket } from "../connection/index.ts";

/**
 * Opens a WebSocket with the `ws` package. The package is loaded at the first use, since it takes longer to load than
 * the rest of the client and would delay a program's first output.
 */
export const openNodeSocket: OpenSocket = (options, listener) => {
  let socket: Socket | null = null;
  let isGivenUp = false;
  const giveUp = (): void => {
    isGivenUp = true;
  };
  import("./ws-socket.ts").then(
    ({ openWsSocket }) => {
      if (isGivenUp) listener.ended({ kind: "closed", code: 1006, reason: "" });
      else socket = openWsSocket(options, listener);
    },
    (error: unknown) => {
      const message = error instanceof Error ? error.message : String(error);
      listener.ended({ kind: "error", message, cause: error });
    },
  );
  return {
    send: (text) => socket?.send(text),
    ping: () => socket?.ping?.(),
    received: () => socket?.received?.() ?? 0,
    unsent: () => socket?.unsent?.() ?? 0,
    close: (code, reason) => (socket === null ? giveUp() : socket.close(code, reason)),
    terminate: () => (socket === null ? giveUp() : socket.terminate()),
  };
};
