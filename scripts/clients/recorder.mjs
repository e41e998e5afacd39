import { createServer, request } from "node:http";
import { WebSocket, WebSocketServer } from "ws";

/**
 * A loopback proxy between a client and a server that writes down what passes: which requests came over HTTP, and
 * every WebSocket message, in order.
 * @param {string} base the server's address, without a path
 * @returns {Promise<{ url: string, requests: Request[], frames: Frame[], close: () => Promise<void> }>}
 * @typedef {{ method: string, path: string, status: number }} Request
 * @typedef {{ from: "client" | "server", message: Record<string, any> }} Frame
 */
export async function startRecorder(base) {
  /** @type {Request[]} */
  const requests = [];
  /** @type {Frame[]} */
  const frames = [];

  const http = createServer((incoming, outgoing) => {
    const { method, url: path, headers } = incoming;
    const forwarded = request(new URL(path, base), { method, headers }, (answer) => {
      requests.push({ method, path, status: answer.statusCode });
      outgoing.writeHead(answer.statusCode, answer.headers);
      answer.pipe(outgoing);
    });
    forwarded.on("error", (error) => outgoing.destroy(error));
    incoming.pipe(forwarded);
  });

  const sockets = new WebSocketServer({ server: http });
  sockets.on("connection", (client, { url: path, headers }) => {
    const server = new WebSocket(new URL(path, base.replace(/^http/, "ws")), {
      headers: Object.fromEntries(
        Object.entries(headers).filter(([name]) => !/^(host|connection|upgrade|sec-websocket-)/.test(name)),
      ),
    });
    /** @type {string[]} What the client sends before the server's side stands. */
    const early = [];
    const note = (from, text) => frames.push({ from, message: JSON.parse(text) });
    client.on("message", (data) => {
      note("client", String(data));
      if (server.readyState === WebSocket.OPEN) server.send(String(data));
      else early.push(String(data));
    });
    server.on("open", () => {
      for (const text of early.splice(0)) server.send(text);
    });
    server.on("message", (data) => {
      note("server", String(data));
      client.send(String(data));
    });
    for (const [one, other] of [
      [client, server],
      [server, client],
    ]) {
      one.on("close", () => other.close());
      one.on("error", () => other.terminate());
    }
  });

  await new Promise((resolve) => http.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${http.address().port}`,
    requests,
    frames,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets.clients) socket.terminate();
        http.closeAllConnections();
        http.close(() => resolve());
      }),
  };
}
