import type { Server } from "node:http";
import type { Duplex } from "node:stream";
import { apiError } from "@flint/protocol";
import { refuseSocket } from "../refuse-socket.ts";

/**
 * Answers connections beyond `most` with an error and closes them, before anything of them is read. Node's own
 * `maxConnections` would cut them without a word. A connection that becomes a WebSocket one counts no more: those have a
 * limit of their own.
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
    // Whoever takes upgrades has had it by then: one that was refused is written to its end.
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
