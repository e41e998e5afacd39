import { once } from "node:events";
import { createServer, type IncomingMessage, request, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";

/** A gateway in front of a server, such as a team's, that rejects API requests without the key. */
export class KeyGate {
  readonly url: string;
  readonly #server: Server;
  readonly #key: { current: string };

  private constructor(server: Server, key: { current: string }) {
    this.#server = server;
    this.#key = key;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  }

  static async open(to: string, first: string): Promise<KeyGate> {
    const key = { current: first };
    const { port } = new URL(to);
    const server = createServer((incoming, outgoing) => {
      if (incoming.url?.startsWith("/v1/") && incoming.headers.authorization !== `Bearer ${key.current}`) {
        outgoing.writeHead(401, { "content-type": "application/json" });
        outgoing.end(JSON.stringify({ error: { type: "authentication_error", code: null, message: "no" } }));
        return;
      }
      const { method, url: path, headers } = incoming;
      const onward = request({ port, method, path, headers }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      });
      incoming.pipe(onward);
    });
    server.on("upgrade", (incoming: IncomingMessage, socket) => {
      if (
        !incoming.headers["sec-websocket-protocol"]?.includes(Buffer.from(key.current).toString("base64url"))
      ) {
        socket.end("HTTP/1.1 401 Unauthorized\r\nconnection: close\r\n\r\n");
        return;
      }
      const onward = connect(Number(port), "127.0.0.1", () => {
        const lines = Array.from({ length: incoming.rawHeaders.length / 2 }, (_, index) =>
          incoming.rawHeaders.slice(index * 2, index * 2 + 2).join(": "),
        );
        onward.write(`GET ${incoming.url} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n`);
        onward.pipe(socket).pipe(onward);
      });
      onward.on("error", () => socket.destroy());
      socket.on("error", () => onward.destroy());
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    return new KeyGate(server, key);
  }

  /** Requires another key from now on. */
  change(key: string): void {
    this.#key.current = key;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, "close");
  }
}
