import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";

/** Maximum length of the transcript. */
const TRANSCRIPT = 65_536;

/** A TCP proxy in front of a server that cuts connections. */
export class CuttingProxy {
  readonly #target: number;
  readonly #server: Server;
  readonly #open = new Set<Socket>();
  /** For each next connection, the bytes sent to the client before it is cut. */
  #budgets: number[] = [];
  #transcript = "";
  #cuts = 0;
  #connections = 0;

  private constructor(target: number) {
    this.#target = target;
    this.#server = createServer((client) => this.#accept(client));
  }

  static async listen(target: number): Promise<CuttingProxy> {
    const proxy = new CuttingProxy(target);
    await new Promise<void>((resolve) => proxy.#server.listen(0, "127.0.0.1", resolve));
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Number of connections cut so far. */
  get cuts(): number {
    return this.#cuts;
  }

  /** The first data received from the server, up to the maximum length. */
  get transcript(): string {
    return this.#transcript;
  }

  /** Number of connections accepted. */
  get connections(): number {
    return this.#connections;
  }

  /** Cuts all open connections. */
  cut(): void {
    for (const socket of this.#open) socket.destroy();
    this.#cuts++;
  }

  /** Cuts each connection after so many bytes, including open ones, until the list is used up. */
  cutAfter(budgets: readonly number[]): void {
    this.#budgets = [...budgets];
  }

  async close(): Promise<void> {
    for (const socket of this.#open) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #accept(client: Socket): void {
    this.#connections++;
    const server = connect(this.#target, "127.0.0.1");
    let left: number | null = null;
    for (const [socket, other] of [
      [client, server],
      [server, client],
    ] as const) {
      this.#open.add(socket);
      socket.on("error", () => other.destroy());
      socket.on("close", () => {
        this.#open.delete(socket);
        other.destroy();
      });
    }
    client.on("data", (data) => server.write(data));
    server.on("data", (data) => {
      if (this.#transcript.length < TRANSCRIPT) this.#transcript += data.toString("latin1");
      left ??= this.#budgets.shift() ?? null;
      if (left === null || data.length < left) {
        if (left !== null) left -= data.length;
        client.write(data);
        return;
      }
      // Data sent before the cut may still arrive, as on a network.
      this.#cuts++;
      client.end(data.subarray(0, left));
      server.destroy();
    });
  }
}

/** Returns a generator of numbers from 0 up to (excluding) 1, reproducible by its seed. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
