import type { ConnectionState } from "@flint/client/browser";

/** Describes a connection's state in a few words. */
export function describeConnection(state: ConnectionState): string {
  switch (state.status) {
    case "connecting":
      return "connecting…";
    case "open":
      return state.transport === "websocket" ? "connected by WebSocket" : "connected by HTTP";
    case "reconnecting":
      return `reconnecting, attempt ${state.attempt}…`;
    case "failed":
      return `not connected: ${state.error.message}`;
    case "closed":
      return "closed";
  }
}
