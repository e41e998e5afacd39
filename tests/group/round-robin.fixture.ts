import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";

/** A minimal load balancer: each connection goes to the next ready server that accepts it. */
export class RoundRobin {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  /** Port of each server; null while it is not ready. */
  readonly ports: (number | null)[] = [];
  #next = 0;

  private constructor() {
    this.#server = createServer((client) => this.#forward(client));
  }

  static async open(): Promise<RoundRobin> {
    const robin = new RoundRobin();
    robin.#server.listen(0, "127.0.0.1");
    await once(robin.#server, "listening");
    return robin;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/v1`;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #forward(client: Socket, tries = 0): void {
    this.#watch(client);
    const ready = this.ports.filter((port) => port !== null);
    const port = ready[this.#next++ % ready.length];
    if (port === undefined || tries > ready.length) {
      client.destroy();
      return;
    }
    const upstream = connect({ port, host: "127.0.0.1" });
    const again = () => this.#forward(client, tries + 1);
    upstream.once("error", again);
    this.#watch(upstream);
    upstream.once("connect", () => {
      upstream.off("error", again);
      client.pipe(upstream).pipe(client);
      client.on("close", () => upstream.destroy());
      upstream.on("close", () => client.destroy());
    });
  }

  #watch(socket: Socket): void {
    if (this.#sockets.has(socket)) return;
    this.#sockets.add(socket);
    socket.on("error", () => socket.destroy());
    socket.on("close", () => this.#sockets.delete(socket));
  }
}
