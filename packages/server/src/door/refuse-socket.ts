import { STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { type ApiError, retryHeaders } from "@flint/protocol";

/** Time for a refused client to read the error, in ms. */
const LINGER = 2_000;

/** Responds on a raw connection with an error in the API's shape, and closes it. */
export function refuseSocket(socket: Duplex, error: ApiError): void {
  const body = JSON.stringify({ error: error.body() });
  const head = [
    `HTTP/1.1 ${error.status} ${STATUS_CODES[error.status]}`,
    "content-type: application/json",
    `content-length: ${Buffer.byteLength(body)}`,
    "connection: close",
    ...Object.entries(retryHeaders(error)).map(([name, value]) => `${name}: ${value}`),
  ];
  socket.end(`${head.join("\r\n")}\r\n\r\n${body}`);
  // A refused client may neither read nor close, and nothing else ends such a socket.
  const timer = setTimeout(() => socket.destroy(), LINGER);
  socket.resume().once("close", () => clearTimeout(timer));
}
