import type { IncomingMessage, Server, ServerResponse } from "node:http";

/**
 * Cuts the connections of clients that stopped reading an answer after the server had written all of it: no further
 * write would reveal it. The client must read something every `patience` milliseconds, but may take any time in all.
 */
export function cutUnreadAnswers(server: Server, patience: number): void {
  // Runs before the handler, which may answer synchronously.
  server.prependListener("request", ({ socket }: IncomingMessage, response: ServerResponse) => {
    response.once("prefinish", () => {
      // A socket's own timeout knows of a write how much of it has left. It begins once the answer has its turn.
      response.setTimeout(patience, () => socket.destroy());
    });
    // Before the listener of Node, which then sets how long a connection may be idle.
    response.prependOnceListener("finish", () => socket.setTimeout(0));
  });
}
