import type { Server } from "node:http";
import type { RequestsInFlight, Shared, WebSocketDoor } from "./door/index.ts";

/** What clients come in by. */
export interface Doors {
  readonly server: Server;
  readonly requests: RequestsInFlight;
  readonly webSocket: WebSocketDoor;
}

/** Takes no new connections, lets what runs end for at most `limits.drain` milliseconds, and closes every connection. */
export async function drain({ server, requests, webSocket }: Doors, shared: Shared): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const cut = () => {
    webSocket.abandon();
    server.closeAllConnections();
  };
  let overdue = setTimeout(() => {
    for (const turn of shared.httpTurns) turn.cancel();
    shared.responses.cancelAll();
    webSocket.cancelAll();
    // Whoever reads is told first.
    overdue = setTimeout(cut, shared.limits.socketClose);
  }, shared.limits.drain);
  await Promise.all([requests.settled(), webSocket.closed()]);
  await Promise.all([shared.responses.settled(), shared.underWay.settled()]);
  clearTimeout(overdue);
  server.closeAllConnections();
  await closed;
}
