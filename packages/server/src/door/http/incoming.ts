import { IncomingMessage } from "node:http";

/** Requests that Node takes for the beginning of another protocol. */
const upgrading = new WeakSet<IncomingMessage>();

/**
 * A request that offers to go over to another protocol than WebSocket, as Java's client and `curl --http2` offer HTTP/2 with
 * each, is answered in HTTP. Node asks this property where it would hand the connection to who listens for upgrades.
 */
export class Incoming extends IncomingMessage {
  get upgrade(): boolean {
    const isOffered = this.method === "CONNECT" || this.headers.upgrade?.toLowerCase() === "websocket";
    return isOffered && upgrading.has(this);
  }

  set upgrade(is: boolean | null) {
    if (is) upgrading.add(this);
    else upgrading.delete(this);
  }
}
