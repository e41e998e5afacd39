import type { Server } from "node:http";
import type { RequestsInFlight, Shared, WebSocketDoor } from "./door/index.ts";

/** Everything that clients connect to. */
export interface Doors {
  readonly server: Server;
  readonly requests: RequestsInFlight;
  readonly webSocket: WebSocketDoor;
}

/** Refuses new connections, lets running responses end for at most `limits.drain` ms, and closes every connection. */
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
    // Clients get their final events first.
    overdue = setTimeout(cut, shared.limits.socketClose);
  }, shared.limits.drain);
  await Promise.all([requests.settled(), webSocket.closed()]);
  await Promise.all([shared.responses.settled(), shared.underWay.settled()]);
  clearTimeout(overdue);
  server.closeAllConnections();
  await closed;
}
