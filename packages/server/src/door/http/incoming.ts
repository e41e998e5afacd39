import { IncomingMessage } from "node:http";

/** Requests that Node considers protocol upgrades. */
const upgrading = new WeakSet<IncomingMessage>();

/**
 * A request that Node treats as an upgrade only if it is for WebSocket. Others, such as the HTTP/2 offers of Java's
 * client and `curl --http2`, are answered over HTTP/1.1. Node reads `upgrade` to decide whether to emit the upgrade
 * event.
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
