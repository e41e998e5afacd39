import type { IncomingMessage, Server, ServerResponse } from "node:http";

/**
 * Cuts the connections of clients that stopped reading an answer after the server had written all of it: no further
 * write would reveal it. The client must read something every `patience` milliseconds.
 */
export function cutUnreadAnswers(server: Server, patience: number): void {
  // Runs before the handler, which may answer synchronously.
  server.prependListener("request", ({ socket }: IncomingMessage, response: ServerResponse) => {
    let timer: NodeJS.Timeout | undefined;
    response.once("prefinish", () => {
      let left = socket.writableLength;
      timer = setInterval(() => {
        // Without a socket, it is queued behind another answer of its connection.
        if (response.socket !== null && socket.writableLength >= left && left > 0) socket.destroy();
        left = socket.writableLength;
      }, patience).unref();
    });
    response.once("close", () => clearInterval(timer));
  });
}
