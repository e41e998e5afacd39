import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import type { LlamaEngineOptions, Scenario } from "@flint/engine";
import type { ServerLimits } from "@flint/server";
import { ask } from "./ask.ts";

/** What answers: a scenario, or the embedded engine. */
export type BenchEngine =
  | { readonly scenario: Scenario }
  | {
      readonly models: LlamaEngineOptions["models"];
      readonly llama: Omit<LlamaEngineOptions, "models" | "onWarning">;
    };

/** What the server's process has taken since its start; that of an embedded engine is another one. */
export interface Spent {
  /** Processor time in milliseconds. */
  readonly cpu: number;
  /** Bytes in memory, and those of them that JavaScript's objects take. */
  readonly rss: number;
  readonly heap: number;
}

/** Milliseconds between two looks at whether prompts are still being read. */
const LOOK = 5;

/** A Flint server in a process of its own. */
export class BenchServer implements AsyncDisposable {
  readonly port: number;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, port: number) {
    this.#child = child;
    this.port = port;
  }

  static async start(engine: BenchEngine, limits: Partial<ServerLimits> = {}): Promise<BenchServer> {
    // The path holds from the bundle's place as well.
    const script = new URL("../../bench/server/server.mjs", import.meta.url);
    const child = fork(script, { execArgv: ["--expose-gc"] });
    const { port } = await ask<{ port: number }>(child, { ...engine, limits });
    return new BenchServer(child, port);
  }

  spent(): Promise<Spent> {
    return ask<Spent>(this.#child, {});
  }

  /** What it holds for good: without what is garbage. */
  held(): Promise<Spent> {
    return ask<Spent>(this.#child, { collect: true });
  }

  /** Resolves when no prompt is being read, as warm-ups are after their responses. */
  async settled(): Promise<void> {
    while ((await ask<{ prefills: number }>(this.#child, {})).prefills > 0)
      await new Promise((resolve) => setTimeout(resolve, LOOK));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const gone = once(this.#child, "exit");
    this.#child.disconnect();
    await gone;
  }
}
