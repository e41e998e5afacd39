import type { OpenSocket, SocketEnd, SocketOptions } from "../connection/index.ts";
import { failedSocket, refusalIn, requestHeaders, retryAfterIn, waitHeaders } from "../connection/index.ts";
import { whySilent } from "./online.ts";

/**
 * The browser's own WebSocket. It sends no headers, so that a key goes along as a subprotocol; and it does not say why
 * an upgrade was refused, so that the server is asked over HTTP.
 */
export const openBrowserSocket: OpenSocket = (options, listener) => {
  const { url, apiKey } = options;
  let socket: WebSocket;
  try {
    socket = apiKey === undefined ? new WebSocket(url) : new WebSocket(url, subprotocols(apiKey));
  } catch (cause) {
    // A page of https: may open none of ws:, and a policy of its own may forbid the address.
    return failedSocket(
      { kind: "error", message: `the browser cannot open a WebSocket to this address: ${cause}`, cause },
      listener,
    );
  }
  let isOver = false;
  const end = (reason: SocketEnd): void => {
    if (!isOver) listener.ended(reason);
    isOver = true;
  };
  let isOpen = false;
  let isExplained = false;
  const neverOpened = (closed: SocketEnd): void => {
    if (!isExplained) whyNotOpen(options, closed).then(end);
    isExplained = true;
  };
  socket.onopen = () => {
    isOpen = true;
    listener.opened();
  };
  socket.onmessage = ({ data }) => {
    if (typeof data === "string") listener.message(data);
  };
  // It says nothing; the close that follows does. Where no connection came about, the WebSocket of Node 22 has none follow.
  socket.onerror = () => {
    if (!isOpen) neverOpened({ kind: "closed", code: 1006, reason: "" });
  };
  socket.onclose = ({ code, reason }) => {
    const closed: SocketEnd = { kind: "closed", code, reason };
    if (isOpen) end(closed);
    else neverOpened(closed);
  };
  return {
    send: (text) => socket.send(text),
    unsent: () => socket.bufferedAmount,
    close: (code, reason) => socket.close(code, reason),
    // A browser's socket can only be closed; what it still says is not listened to.
    terminate: () => {
      socket.onopen = null;
      socket.onmessage = null;
      socket.onerror = () => {};
      socket.onclose = null;
      socket.close();
      end({ kind: "closed", code: 1006, reason: "" });
    },
  };
};

/** Statuses that say of the upgrade what they say of the request that asks why. */
const REFUSALS = new Set([401, 403, 429, 503]);

/** The first is the one that the server agrees to, as the key must not come back; the second carries the key. */
function subprotocols(apiKey: string): string[] {
  const bytes = new TextEncoder().encode(apiKey);
  const text = btoa(String.fromCharCode(...bytes));
  return ["flint", `flint.key.${text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")}`];
}

/** `closed` where the server gives no answer, or none that explains it. */
async function whyNotOpen({ url, apiKey }: SocketOptions, closed: SocketEnd): Promise<SocketEnd> {
  try {
    const models = url.replace(/^ws/, "http").replace(/\/responses$/, "/models");
    const answer = await fetch(models, { headers: requestHeaders(apiKey) });
    const { ok, status, statusText } = answer;
    if (REFUSALS.has(status)) {
      const told = { ...refusalIn(await answer.text()), ...retryAfterIn(waitHeaders(answer.headers)) };
      return { kind: "refused", status, message: statusText, ...told };
    }
    // A server that is there and opens no socket does not know how a browser sends a key: it is sent over HTTP.
    return ok && apiKey !== undefined ? { kind: "refused", status: 426, message: "" } : closed;
  } catch {
    const why = whySilent(url);
    return why === null ? closed : { kind: "error", ...why };
  }
}
