import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";

/** A server with a steady engine in a process of its own. */
export class StreamServer implements Disposable {
  readonly port: number;
  /** Where the same is said by writes alone, without a server around them. */
  readonly barePort: number;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, ports: { readonly port: number; readonly barePort: number }) {
    this.#child = child;
    this.port = ports.port;
    this.barePort = ports.barePort;
  }

  static async start(): Promise<StreamServer> {
    // The path holds from the bundle's place as well.
    const child = fork(new URL("../../bench/stream/server.mjs", import.meta.url));
    const [ports] = await once(child, "message");
    return new StreamServer(child, ports);
  }

  /** Processor time of the process since its start, in milliseconds. */
  async cpu(): Promise<number> {
    this.#child.send({});
    const [{ cpu }] = await once(this.#child, "message");
    return cpu;
  }

  [Symbol.dispose](): void {
    this.#child.disconnect();
  }
}
