import { WebSocket } from "ws";
import type { OpenSocket } from "../connection/index.ts";
import { parseRefusal, parseRetryAfter, requestHeaders } from "../connection/index.ts";

/** Bytes of a refusal's body that are read for its message. */
const REFUSAL_BODY = 65_536;
/** Timeout for the server's reply to a close, in milliseconds. */
const CLOSE_TIMEOUT = 1_000;

interface Transport {
  readonly bytesRead: number;
  /**
   * A Node internal that shows the progress of a long write, as `setTimeout` on sockets uses it; the public counters
   * change only at its end.
   */
  readonly _handle?: { readonly writeQueueSize?: number } | null;
}

/** Opens a WebSocket with the `ws` package. */
export const openWsSocket: OpenSocket = ({ url, apiKey, maxPayload }, listener) => {
  const socket = new WebSocket(url, {
    headers: requestHeaders(apiKey),
    maxPayload,
    // Frames are small and the server is near, so compression would cost more time than it saves.
    perMessageDeflate: false,
  });
  let refused = false;
  let isClosing = false;
  let failure: Error | null = null;
  let stream: Transport | null = null;
  socket.on("upgrade", (response) => {
    stream = response.socket;
  });
  socket.on("open", () => listener.opened());
  socket.on("message", (data) => listener.message(data.toString()));
  socket.on("pong", () => listener.ponged());
  socket.on("unexpected-response", (request, response) => {
    refused = true;
    const { statusCode: status = 0, statusMessage = "" } = response;
    let body = "";
    const end = (): void => {
      const details = { ...parseRefusal(body), ...parseRetryAfter(response.headers) };
      listener.ended({ kind: "refused", status, message: statusMessage, ...details });
      request.destroy();
    };
    response.setEncoding("utf8");
    response.on("data", (text: string) => {
      if (body.length < REFUSAL_BODY) body += text;
    });
    response.once("end", end);
    response.once("error", end);
  });
  socket.on("error", (error) => {
    failure = error;
  });
  socket.on("close", (code, reason) => {
    if (refused) return;
    if (failure === null) listener.ended({ kind: "closed", code, reason: reason.toString() });
    else {
      const isFrameTooLarge = "code" in failure && failure.code === "WS_ERR_UNSUPPORTED_MESSAGE_LENGTH";
      listener.ended({ kind: "error", message: textOf(failure), cause: failure, isFrameTooLarge });
    }
  });
  return {
    send: (text) => socket.send(text),
    ping: () => socket.ping(),
    received: () => stream?.bytesRead ?? 0,
    unsent: () => stream?._handle?.writeQueueSize ?? socket.bufferedAmount,
    close: (code, reason) => {
      if (isClosing) return;
      isClosing = true;
      socket.close(code, reason);
      const late = setTimeout(() => socket.terminate(), CLOSE_TIMEOUT);
      socket.once("close", () => clearTimeout(late));
    },
    terminate: () => socket.terminate(),
  };
};

/** Node's message is empty if all addresses of a host failed; then the code says why. */
function textOf(error: Error): string {
  if (error.message !== "") return error.message;
  return "code" in error ? String(error.code) : error.name;
}
