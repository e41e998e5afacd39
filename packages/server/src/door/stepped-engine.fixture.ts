import { setImmediate as nextTurn } from "node:timers/promises";
import {
  type Engine,
  EngineError,
  type GenerateEvent,
  type GenerateRequest,
  type ModelInfo,
  type Part,
  type Prompt,
  type Thread,
} from "@flint/engine";

/** The items of one answer, each with its number of bursts. */
export type AnswerPlan = readonly { readonly kind: "text" | "call" | "error"; readonly bursts: number }[];

const model: ModelInfo = {
  id: "stepped",
  contextLength: 1_000_000,
  created: 0,
  ownedBy: "test",
  capabilities: { tools: true, reasoning: true },
};

/** An engine that advances only when the test says so: the test decides what happens between two steps. */
export class SteppedEngine implements Engine {
  readonly id = "stepped";
  /** The prompts whose prefill completed. */
  readonly prompts: Prompt[] = [];
  readonly #plans: AnswerPlan[];
  readonly #steps: (() => void)[] = [];
  #answers = 0;
  #calls = 0;
  /** Threads that were opened or forked but not yet released. */
  threads = 0;

  /** `plans` are the answers in the order in which they start, repeated cyclically. */
  constructor(plans: readonly AnswerPlan[]) {
    this.#plans = [...plans];
  }

  /** Number of generations and prefills waiting for their next step. */
  get waiting(): number {
    return this.#steps.length;
  }

  /** Lets one of the waiting generations or prefills take its step. */
  step(which: number): void {
    if (this.#steps.length === 0) return;
    const [step] = this.#steps.splice(which % this.#steps.length, 1);
    step?.();
  }

  /** Takes `count` steps, each of the one that has waited longest; waits until there is one. */
  async steps(count: number): Promise<void> {
    for (let n = 0; n < count; n++) {
      while (this.waiting === 0) await nextTurn();
      this.step(0);
    }
  }

  async models(): Promise<readonly ModelInfo[]> {
    return [model];
  }

  async openThread(): Promise<Thread> {
    return this.#thread();
  }

  async countTokens(): Promise<number> {
    return 1;
  }

  async close(): Promise<void> {}

  #thread(): Thread {
    const engine = this;
    let isReleased = false;
    this.threads++;
    return {
      model,
      async prefill(prompt, { signal } = {}) {
        await engine.#turn(signal);
        if (signal?.aborted) throw new EngineError("aborted", "stopped");
        engine.prompts.push(prompt);
        return { promptTokens: 1, reusedTokens: 0, elapsed: 0 };
      },
      generate: (request) => engine.#generate(request),
      fork: async () => engine.#thread(),
      release() {
        if (isReleased) return;
        isReleased = true;
        engine.threads--;
      },
    };
  }

  async *#generate({ signal }: GenerateRequest): AsyncGenerator<GenerateEvent> {
    const plan = this.#plans[this.#answers++ % this.#plans.length] ?? [];
    let outputTokens = 0;
    for (const [index, { kind, bursts }] of plan.entries()) {
      const part: Part =
        kind === "call"
          ? { type: "function_call", callId: `call_${this.#calls++}`, name: "run" }
          : { type: "text" };
      for (let n = 0; n < bursts; n++) {
        await this.#turn(signal);
        if (signal?.aborted) {
          yield { type: "finish", reason: "aborted", outputTokens, reasoningTokens: 0 };
          return;
        }
        if (kind === "error") {
          const error = new EngineError("engine_crashed", "the engine's process ended");
          yield { type: "finish", reason: "error", error, outputTokens, reasoningTokens: 0 };
          return;
        }
        outputTokens++;
        yield { type: "burst", index, part, text: "x", tokens: 1, drafted: 0, accepted: 0 };
      }
    }
    yield { type: "finish", reason: "stop", outputTokens, reasoningTokens: 0 };
  }

  /** Resolves at the next step, or when aborted. */
  #turn(signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      const step = () => {
        signal?.removeEventListener("abort", aborted);
        resolve();
      };
      const aborted = () => {
        const at = this.#steps.indexOf(step);
        if (at >= 0) this.#steps.splice(at, 1);
        resolve();
      };
      signal?.addEventListener("abort", aborted, { once: true });
      this.#steps.push(step);
    });
  }
}
