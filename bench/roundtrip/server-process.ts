import { type ChildProcess, fork } from "node:child_process";
import type { Scenario } from "@flint/engine";
import { ask } from "../server/index.ts";

/** Milliseconds that a server has spent since its start. */
export interface Spent {
  /** Processor time of the whole process. */
  readonly cpu: number;
  /** Inside the engine: reading prompts. */
  readonly prompt: number;
  /** Inside the engine: giving answers. */
  readonly answer: number;
}

/** A server with a scripted engine in a process of its own. */
export class ServerProcess implements Disposable {
  readonly port: number;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, port: number) {
    this.#child = child;
    this.port = port;
  }

  static async start(scenario: Scenario): Promise<ServerProcess> {
    // The path holds from the bundle's place as well.
    const child = fork(new URL("../../bench/roundtrip/server.mjs", import.meta.url));
    const { port } = await ask<{ port: number }>(child, { scenario });
    return new ServerProcess(child, port);
  }

  spent(): Promise<Spent> {
    return ask<Spent>(this.#child, {});
  }

  /** The port of a bare WebSocket that gives these frames to every message, once it has parsed it. */
  async bareSocket(frames: readonly string[]): Promise<number> {
    const { port } = await ask<{ port: number }>(this.#child, { frames });
    return port;
  }

  [Symbol.dispose](): void {
    this.#child.disconnect();
  }
}
