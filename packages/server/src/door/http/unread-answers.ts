import type { IncomingMessage, Server, ServerResponse } from "node:http";

/**
 * Cuts the connections of clients that have stopped reading an answer which is all written: nothing more is sent that
 * would show it. `patience`: milliseconds in which something must have been read.
 */
export function cutUnreadAnswers(server: Server, patience: number): void {
  // Before whoever answers, which may be at once.
  server.prependListener("request", ({ socket }: IncomingMessage, response: ServerResponse) => {
    let timer: NodeJS.Timeout | undefined;
    response.once("prefinish", () => {
      let left = socket.writableLength;
      timer = setInterval(() => {
        // Behind another answer of its connection it waits for that one.
        if (response.socket !== null && socket.writableLength >= left && left > 0) socket.destroy();
        left = socket.writableLength;
      }, patience).unref();
    });
    response.once("close", () => clearInterval(timer));
  });
}
