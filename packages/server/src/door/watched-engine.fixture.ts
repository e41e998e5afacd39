import { EventEmitter } from "node:events";
import {
  createScriptEngine,
  type Engine,
  type Finish,
  type Prompt,
  type PromptItem,
  type Scenario,
  type Thread,
} from "@flint/engine";

/** A scripted engine that emits events when a generation begins or finishes and when a thread is released. */
export class WatchedEngine
  extends EventEmitter<{ generate: []; finish: [Finish]; release: [] }>
  implements Engine
{
  readonly id = "watched";
  /** Prompts whose prefill began. */
  readonly prompts: Prompt[] = [];
  readonly #script: Engine;
  threads = 0;

  constructor(scenario: Scenario, maxThreads = 1024) {
    super();
    this.#script = createScriptEngine({ scenario, maxThreads });
  }

  models() {
    return this.#script.models();
  }

  async openThread(options: { model: string }): Promise<Thread> {
    return this.#watch(await this.#script.openThread(options));
  }

  countTokens(model: string, prompt: Prompt) {
    return this.#script.countTokens(model, prompt);
  }

  close() {
    return this.#script.close();
  }

  /** Everything that the latest prompt says, from the beginning on. */
  get conversation(): readonly PromptItem[] {
    const items: PromptItem[] = [];
    for (let link = this.prompts.at(-1)?.tip ?? null; link !== null; link = link.parent)
      items.unshift(...link.items);
    return items;
  }

  #watch(thread: Thread): Thread {
    const engine = this;
    let isReleased = false;
    this.threads++;
    return {
      model: thread.model,
      prefill(prompt, options) {
        engine.prompts.push(prompt);
        return thread.prefill(prompt, options);
      },
      async fork() {
        return engine.#watch(await thread.fork());
      },
      async *generate(request) {
        engine.emit("generate");
        for await (const event of thread.generate(request)) {
          if (event.type === "finish") engine.emit("finish", event);
          yield event;
        }
      },
      release() {
        thread.release();
        if (isReleased) return;
        isReleased = true;
        engine.threads--;
        engine.emit("release");
      },
    };
  }
}
