import type { OpenSocket, SocketEnd, SocketOptions } from "../connection/index.ts";
import {
  failedSocket,
  parseRefusal,
  parseRetryAfter,
  requestHeaders,
  retryAfterHeaders,
} from "../connection/index.ts";
import { whySilent } from "./online.ts";

/**
 * Opens the browser's own WebSocket. It cannot send headers, so the key is sent as a subprotocol. It does not say why
 * an upgrade was refused, so the server is then asked over HTTP.
 */
export const openBrowserSocket: OpenSocket = (options, listener) => {
  const { url, apiKey } = options;
  let socket: WebSocket;
  try {
    socket = apiKey === undefined ? new WebSocket(url) : new WebSocket(url, subprotocols(apiKey));
  } catch (cause) {
    // An `https:` page must not open a `ws:` address, and its content security policy may forbid the address.
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
  const explainAndEnd = (closed: SocketEnd): void => {
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
  // The error event says nothing; the close event that follows does. In Node 22, no close event follows if connecting
  // failed.
  socket.onerror = () => {
    if (!isOpen) explainAndEnd({ kind: "closed", code: 1006, reason: "" });
  };
  socket.onclose = ({ code, reason }) => {
    const closed: SocketEnd = { kind: "closed", code, reason };
    if (isOpen) end(closed);
    else explainAndEnd(closed);
  };
  return {
    send: (text) => socket.send(text),
    unsent: () => socket.bufferedAmount,
    close: (code, reason) => socket.close(code, reason),
    // A browser's socket can only be closed; ignore anything that still arrives.
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

/** HTTP statuses that mean the same for the probe as for the upgrade. */
const REFUSALS = new Set([401, 403, 429, 503]);

/**
 * Returns two subprotocols: the one that the server selects, since it must not send back the key, and one with the key.
 */
function subprotocols(apiKey: string): string[] {
  const bytes = new TextEncoder().encode(apiKey);
  const text = btoa(String.fromCharCode(...bytes));
  return ["flint", `flint.key.${text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")}`];
}

/** Probes the server over HTTP. Returns `closed` if there is no response or it explains nothing. */
async function whyNotOpen({ url, apiKey }: SocketOptions, closed: SocketEnd): Promise<SocketEnd> {
  try {
    const models = url.replace(/^ws/, "http").replace(/\/responses$/, "/models");
    const answer = await fetch(models, { headers: requestHeaders(apiKey) });
    const { ok, status, statusText } = answer;
    if (REFUSALS.has(status)) {
      const details = {
        ...parseRefusal(await answer.text()),
        ...parseRetryAfter(retryAfterHeaders(answer.headers)),
      };
      return { kind: "refused", status, message: statusText, ...details };
    }
    // A server that is up but opens no socket does not know how browsers send a key: use HTTP.
    return ok && apiKey !== undefined ? { kind: "refused", status: 426, message: "" } : closed;
  } catch {
    const why = whySilent(url);
    return why === null ? closed : { kind: "error", ...why };
  }
}
