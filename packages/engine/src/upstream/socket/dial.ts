import { isIP, type Socket } from "node:net";
import { connect as connectTls, rootCertificates } from "node:tls";
import type { WebSocket } from "ws";
import { ExchangeFault } from "../transport/index.ts";
import { proxyFor } from "./proxy.ts";

export interface DialOptions {
  /** With `http:` or `https:`. */
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** Milliseconds for proxy, TLS and handshake together. */
  readonly timeout: number;
  /** Largest message in bytes. */
  readonly messageBytes: number;
  /** Additional trusted certificates in PEM. */
  readonly certificates?: string | undefined;
}

/** The server responded, but did not open a socket. */
export class HandshakeRefused extends Error {
  override readonly name = "HandshakeRefused";
  /** HTTP status; 0 if there was no response in time. */
  readonly status: number;

  constructor(status: number) {
    super(status === 0 ? "no answer to the handshake" : `the handshake was answered with ${status}`);
    this.status = status;
  }
}

interface Trusted {
  readonly ca?: string[];
}

/**
 * Opens a WebSocket, through the environment's proxy if there is one. Rejects with {@link HandshakeRefused}, or with
 * `ExchangeFault` `connect`.
 */
export async function dial(options: DialOptions): Promise<WebSocket> {
  try {
    return await open(options);
  } catch (cause) {
    if (cause instanceof HandshakeRefused || cause instanceof ExchangeFault) throw cause;
    // An invalid proxy URL or certificate, which requests over HTTP will report too.
    throw cannotConnect((cause as Error).message, cause);
  }
}

async function open(options: DialOptions): Promise<WebSocket> {
  const { url, headers, timeout, certificates, messageBytes } = options;
  // Imported only when needed.
  const { WebSocket } = await import("ws");
  const trusted: Trusted = certificates === undefined ? {} : { ca: [...rootCertificates, certificates] };
  const proxy = proxyFor(url, process.env);
  const tunnel = proxy === null ? null : await openTunnel(proxy, url, timeout, trusted);
  const address = new URL(url);
  address.protocol = url.protocol === "https:" ? "wss:" : "ws:";
  const socket = new WebSocket(address, {
    headers,
    handshakeTimeout: timeout,
    maxPayload: messageBytes,
    // Deltas are small: compression costs more time than it saves.
    perMessageDeflate: false,
    ...trusted,
    ...(tunnel !== null && { createConnection: () => connectOverTunnel(tunnel, url, trusted) }),
  });
  return opened(socket);
}

function opened(socket: WebSocket): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    socket.on("open", () => resolve(socket));
    socket.on("unexpected-response", (request, response) => {
      reject(new HandshakeRefused(response.statusCode ?? 0));
      request.destroy();
    });
    socket.on("error", (error: Error & { readonly code?: unknown }) => {
      const isBroken = error.code === "ECONNRESET" || error.message === "socket hang up";
      // Connected, but something in between blocked the handshake.
      if (error.message.startsWith("Opening handshake") || isBroken) reject(new HandshakeRefused(0));
      else reject(cannotConnect(typeof error.code === "string" ? error.code : error.message, error));
    });
  });
}

/** Opens a tunnel to the server through the proxy. */
async function openTunnel(proxy: URL, url: URL, timeout: number, trusted: Trusted): Promise<Socket> {
  const { Client } = await import("undici");
  const port = url.port || (url.protocol === "https:" ? "443" : "80");
  const place = `${url.hostname}:${port}`;
  const { username, password } = proxy;
  const name = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  const client = new Client(proxy.origin, { connect: { timeout, ...trusted }, headersTimeout: timeout });
  try {
    const { socket, statusCode } = await client.connect({
      path: place,
      headers: {
        host: place,
        ...(username !== "" && { "proxy-authorization": `Basic ${Buffer.from(name).toString("base64")}` }),
      },
    });
    if (statusCode === 200) return socket as Socket;
    socket.on("error", () => undefined).destroy();
    throw cannotConnect(`the proxy ${proxy.host} answered ${statusCode}`);
  } catch (cause) {
    if (cause instanceof ExchangeFault) throw cause;
    throw cannotConnect(`by the proxy ${proxy.host}: ${(cause as Error).message}`, cause);
  } finally {
    void client.close();
  }
}

function connectOverTunnel(tunnel: Socket, { protocol, hostname }: URL, trusted: Trusted): Socket {
  if (protocol !== "https:") return tunnel;
  const servername = isIP(hostname) === 0 ? hostname : "";
  return connectTls({ socket: tunnel, servername, ALPNProtocols: ["http/1.1"], ...trusted });
}

function cannotConnect(why: string, cause?: unknown): ExchangeFault {
  return new ExchangeFault("connect", `cannot connect (${why})`, cause);
}
