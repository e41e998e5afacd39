import { type ChildProcess, fork } from "node:child_process";
import type { Scenario } from "@flint/engine";
import { ask } from "../server/index.ts";

/** What a server has spent since its start, in milliseconds. */
export interface Spent {
  /** CPU time of the whole process. */
  readonly cpu: number;
  /** Time inside the engine for prefills. */
  readonly prompt: number;
  /** Time inside the engine for generation. */
  readonly answer: number;
}

/** A server with a scripted engine in a separate process. */
export class ServerProcess implements Disposable {
  readonly port: number;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, port: number) {
    this.#child = child;
    this.port = port;
  }

  static async start(scenario: Scenario): Promise<ServerProcess> {
    // The path is also valid from the bundle.
    const child = fork(new URL("../../bench/roundtrip/server.mjs", import.meta.url));
    const { port } = await ask<{ port: number }>(child, { scenario });
    return new ServerProcess(child, port);
  }

  spent(): Promise<Spent> {
    return ask<Spent>(this.#child, {});
  }

  /** Opens a bare WebSocket server that parses each message and replies with these frames. Resolves to its port. */
  async bareSocket(frames: readonly string[]): Promise<number> {
    const { port } = await ask<{ port: number }>(this.#child, { frames });
    return port;
  }

  [Symbol.dispose](): void {
    this.#child.disconnect();
  }
}
