import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";

/** A proxy between a client and a server that can cut the connection. */
export class Wire implements AsyncDisposable {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  /** Bytes still forwarded to the client before the cut; null: no cut. */
  #left: number | null = null;
  cuts = 0;

  private constructor(port: number) {
    this.#server = createServer((client) => this.#forward(client, port));
  }

  static async to(port: number): Promise<Wire> {
    const wire = new Wire(port);
    wire.#server.listen(0, "127.0.0.1");
    await once(wire.#server, "listening");
    return wire;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/v1`;
  }

  /** Cuts the connection after `bytes` more bytes to the client, even within a frame. */
  cutAfter(bytes: number): void {
    this.#left = bytes;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #forward(client: Socket, port: number): void {
    const server = connect({ port, host: "127.0.0.1", noDelay: true });
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const) {
      this.#sockets.add(one);
      one.on("error", () => one.destroy());
      one.on("close", () => {
        this.#sockets.delete(one);
        other.destroy();
      });
    }
    client.on("data", (data) => server.write(data));
    server.on("data", (data) => {
      if (this.#left === null || data.length < this.#left) {
        if (this.#left !== null) this.#left -= data.length;
        client.write(data);
        return;
      }
      client.write(data.subarray(0, this.#left), () => client.resetAndDestroy());
      server.resetAndDestroy();
      this.#left = null;
      this.cuts++;
    });
  }
}
