import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";

/** A server with a steady engine in a process of its own. */
export class StreamServer implements Disposable {
  readonly port: number;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, port: number) {
    this.#child = child;
    this.port = port;
  }

  static async start(): Promise<StreamServer> {
    // The path holds from the bundle's place as well.
    const child = fork(new URL("../../bench/stream/server.mjs", import.meta.url));
    const [{ port }] = await once(child, "message");
    return new StreamServer(child, port);
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
