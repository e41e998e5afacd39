import { isIP, type Socket } from "node:net";
import { connect as connectTls, rootCertificates } from "node:tls";
import type { WebSocket } from "ws";
import { ExchangeFault } from "../transport/index.ts";
import { proxyFor } from "./proxy.ts";

export interface DialOptions {
  /** With `http:` or `https:`. */
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** Milliseconds for the whole: proxy, TLS and handshake. */
  readonly timeout: number;
  /** Bytes of a message. */
  readonly messageBytes: number;
  /** In PEM, to be trusted beside Node's own. */
  readonly certificates?: string | undefined;
}

/** A server that answers, but opens no socket. */
export class HandshakeRefused extends Error {
  override readonly name = "HandshakeRefused";
  /** Of HTTP; 0 where no answer has come in time. */
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
 * Opens a WebSocket, through the proxy of the environment where there is one. Rejects with {@link HandshakeRefused}, or
 * with `ExchangeFault` `connect`.
 */
export async function dial(options: DialOptions): Promise<WebSocket> {
  try {
    return await open(options);
  } catch (cause) {
    if (cause instanceof HandshakeRefused || cause instanceof ExchangeFault) throw cause;
    // A proxy that is no URL, certificates that are none: requests over HTTP meet them too.
    throw cannotConnect((cause as Error).message, cause);
  }
}

async function open(options: DialOptions): Promise<WebSocket> {
  const { url, headers, timeout, certificates, messageBytes } = options;
  // Loaded here: nobody without such a server should pay for it.
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
    // Deltas are small: compressing them costs more time than it saves.
    perMessageDeflate: false,
    ...trusted,
    ...(tunnel !== null && { createConnection: () => within(tunnel, url, trusted) }),
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
      // A connection that stood: something on the way lets no handshake pass.
      if (error.message.startsWith("Opening handshake") || isBroken) reject(new HandshakeRefused(0));
      else reject(cannotConnect(typeof error.code === "string" ? error.code : error.message, error));
    });
  });
}

/** A connection to the server's port that the proxy opens. */
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

function within(tunnel: Socket, { protocol, hostname }: URL, trusted: Trusted): Socket {
  if (protocol !== "https:") return tunnel;
  const servername = isIP(hostname) === 0 ? hostname : "";
  return connectTls({ socket: tunnel, servername, ALPNProtocols: ["http/1.1"], ...trusted });
}

function cannotConnect(why: string, cause?: unknown): ExchangeFault {
  return new ExchangeFault("connect", `cannot connect (${why})`, cause);
}
