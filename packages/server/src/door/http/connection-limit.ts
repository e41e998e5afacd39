import type { Server } from "node:http";
import type { Duplex } from "node:stream";
import { apiError } from "@flint/protocol";
import { refuseSocket } from "../refuse-socket.ts";

/**
 * Answers connections beyond `most` with an error and closes them before reading anything. Node's own `maxConnections`
 * would cut them silently. A connection that is upgraded to WebSocket no longer counts: those have a separate limit.
 */
export function limitConnections(server: Server, most: number): void {
  const open = new Set<Duplex>();
  const own = server.listeners("connection");
  server.removeAllListeners("connection");
  server.on("connection", (socket: Duplex) => {
    if (open.size >= most) return refuseSocket(socket, tooMany(most));
    open.add(socket);
    socket.once("close", () => open.delete(socket));
    for (const listener of own) listener.call(server, socket);
  });
  server.prependListener("upgrade", (_, socket: Duplex) => {
    // The upgrade's handler has run by then. A refused socket has been ended, and counts until it closes.
    process.nextTick(() => {
      if (!socket.writableEnded) open.delete(socket);
    });
  });
}

function tooMany(most: number) {
  return apiError(
    "too_many_connections",
    `the server has ${most} HTTP connections open: reuse or close some of them`,
  );
}
