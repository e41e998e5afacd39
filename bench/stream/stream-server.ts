import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";

/** A server with a steady engine in a separate process. */
export class StreamServer implements Disposable {
  readonly port: number;
  /** Port of the server that only writes bursts, without Flint. */
  readonly barePort: number;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, ports: { readonly port: number; readonly barePort: number }) {
    this.#child = child;
    this.port = ports.port;
    this.barePort = ports.barePort;
  }

  static async start(): Promise<StreamServer> {
    // The path is also valid from the bundle.
    const child = fork(new URL("../../bench/stream/server.mjs", import.meta.url));
    const [ports] = await once(child, "message");
    return new StreamServer(child, ports);
  }

  /** Resolves to the CPU time of the process since its start, in milliseconds. */
  async cpu(): Promise<number> {
    this.#child.send({});
    const [{ cpu }] = await once(this.#child, "message");
    return cpu;
  }

  [Symbol.dispose](): void {
    this.#child.disconnect();
  }
}
