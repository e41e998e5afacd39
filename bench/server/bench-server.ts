import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import type { LlamaEngineOptions, Scenario } from "@flint/engine";
import type { ServerLimits } from "@flint/server";
import { ask } from "./ask.ts";

/** The engine: a scenario, or the embedded one. */
export type BenchEngine =
  | { readonly scenario: Scenario }
  | {
      readonly models: LlamaEngineOptions["models"];
      readonly llama: Omit<LlamaEngineOptions, "models" | "onWarning">;
    };

/** What the server's process has used since its start, without the embedded engine's separate process. */
export interface Spent {
  /** CPU time in milliseconds. */
  readonly cpu: number;
  /** Resident memory in bytes, and the part of JavaScript's heap in it. */
  readonly rss: number;
  readonly heap: number;
}

/** Milliseconds between two checks for running prefills. */
const LOOK = 5;

/** A Flint server in a separate process. */
export class BenchServer implements AsyncDisposable {
  readonly port: number;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, port: number) {
    this.#child = child;
    this.port = port;
  }

  static async start(engine: BenchEngine, limits: Partial<ServerLimits> = {}): Promise<BenchServer> {
    // The path is also valid from the bundle.
    const script = new URL("../../bench/server/server.mjs", import.meta.url);
    const child = fork(script, { execArgv: ["--expose-gc"] });
    const { port } = await ask<{ port: number }>(child, { ...engine, limits });
    return new BenchServer(child, port);
  }

  spent(): Promise<Spent> {
    return ask<Spent>(this.#child, {});
  }

  /** Resolves to its usage after a garbage collection. */
  spentAfterCollection(): Promise<Spent> {
    return ask<Spent>(this.#child, { collect: true });
  }

  /** Resolves when no prefill is running: those of warm-ups continue after their responses. */
  async untilIdle(): Promise<void> {
    while ((await ask<{ prefills: number }>(this.#child, {})).prefills > 0)
      await new Promise((resolve) => setTimeout(resolve, LOOK));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const gone = once(this.#child, "exit");
    this.#child.disconnect();
    await gone;
  }
}
