import { createServer, request } from "node:http";
import { WebSocket, WebSocketServer } from "ws";

/**
 * A loopback proxy between a client and a server that writes down what passes: which requests came over HTTP, how
 * many sockets were opened, and every WebSocket message, in order.
 * @param {string} base the server's address, without a path
 * @param {{ refuseUpgrades?: boolean }} [options] `refuseUpgrades` answers each with 426, as a server without
 *   WebSocket does
 * @returns {Promise<Recorder>}
 * @typedef {{ method: string, path: string, status: number }} Request
 * @typedef {{ from: "client" | "server", socket: number, message: Record<string, any> }} Frame
 * @typedef {{
 *   url: string,
 *   requests: Request[],
 *   frames: Frame[],
 *   readonly sockets: number,
 *   cut: () => void,
 *   cutAfter: (when: (frame: Frame) => boolean) => void,
 *   close: () => Promise<void>,
 * }} Recorder `cut` drops every connection, as a network does; `cutAfter` does once the frame has passed.
 */
export async function startRecorder(base, { refuseUpgrades = false } = {}) {
  /** @type {Request[]} */
  const requests = [];
  /** @type {Frame[]} */
  const frames = [];
  let sockets = 0;
  /** @type {((frame: Frame) => boolean) | null} */
  let cutWhen = null;

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

  const clients = new WebSocketServer({
    server: http,
    verifyClient: (_, answer) => answer(!refuseUpgrades, 426),
  });
  const cut = () => {
    for (const socket of clients.clients) socket.terminate();
  };
  clients.on("connection", (client, { url: path, headers }) => {
    const socket = ++sockets;
    const server = new WebSocket(new URL(path, base.replace(/^http/, "ws")), {
      headers: Object.fromEntries(
        Object.entries(headers).filter(([name]) => !/^(host|connection|upgrade|sec-websocket-)/.test(name)),
      ),
    });
    /** @type {string[]} What the client sends before the server's side stands. */
    const beforeOpen = [];
    const record = (from, text) => {
      const frame = { from, socket, message: JSON.parse(text) };
      frames.push(frame);
      return frame;
    };
    client.on("message", (data) => {
      record("client", String(data));
      if (server.readyState === WebSocket.OPEN) server.send(String(data));
      else beforeOpen.push(String(data));
    });
    server.on("open", () => {
      for (const text of beforeOpen.splice(0)) server.send(text);
    });
    server.on("message", (data) => {
      const frame = record("server", String(data));
      client.send(String(data));
      if (!cutWhen?.(frame)) return;
      cutWhen = null;
      cut();
    });
    client.on("close", (code) => closeWith(server, code));
    server.on("close", (code) => closeWith(client, code));
    for (const side of [client, server]) side.on("error", () => side.terminate());
  });

  await new Promise((resolve) => http.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${http.address().port}`,
    requests,
    frames,
    get sockets() {
      return sockets;
    },
    cut,
    cutAfter(when) {
      cutWhen = when;
    },
    close: () =>
      new Promise((resolve) => {
        cut();
        http.closeAllConnections();
        http.close(() => resolve());
      }),
  };
}

/** Codes from 1005 to 1006 say that there was no close frame. */
function closeWith(socket, code) {
  if (code === 1005 || code === 1006) socket.terminate();
  else socket.close(code);
}
