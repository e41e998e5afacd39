import {
  type Engine,
  EngineError,
  type ModelInfo,
  type Prompt,
  requireWholeNumbers,
  type Thread,
  type ThreadOptions,
} from "../contract/index.ts";
import type { Scenario } from "./scenario.ts";
import { ScriptThread, type ThreadHost } from "./script-thread.ts";
import { promptTokens, transcriptOf } from "./transcript.ts";
import { TurnChoice } from "./turn-choice.ts";

export interface ScriptEngineOptions {
  readonly scenario: Scenario;
  /** The engine's id. Default `script`. */
  readonly name?: string;
  /** Most threads at a time. Default 1,024. */
  readonly maxThreads?: number;
}

/**
 * Creates an engine that plays a scenario: a conversation always gets the same answer, at the scenario's pace. Throws
 * {@link EngineOptionError}.
 */
export function createScriptEngine(options: ScriptEngineOptions): Engine {
  return new ScriptEngine(options);
}

class ScriptEngine implements Engine, ThreadHost {
  readonly id: string;
  readonly scenario: Scenario;
  readonly choice: TurnChoice;
  readonly model: ModelInfo;
  readonly #maxThreads: number;
  readonly #threads = new Set<ScriptThread>();
  #closed = false;

  constructor({ scenario, name = "script", maxThreads = 1024 }: ScriptEngineOptions) {
    requireWholeNumbers({ maxThreads });
    this.id = name;
    this.scenario = scenario;
    this.choice = new TurnChoice(scenario.turns);
    this.model = modelOf(scenario);
    this.#maxThreads = maxThreads;
  }

  async models(): Promise<readonly ModelInfo[]> {
    return [this.model];
  }

  async openThread({ model }: ThreadOptions): Promise<Thread> {
    this.#check(model);
    return new ScriptThread(this);
  }

  async countTokens(model: string, prompt: Prompt): Promise<number> {
    this.#check(model);
    if (this.#closed) throw closedError();
    return promptTokens(transcriptOf(prompt));
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const thread of this.#threads) thread.end(closedError());
    this.#threads.clear();
  }

  adopt(thread: ScriptThread): void {
    if (this.#closed) throw closedError();
    if (this.#threads.size >= this.#maxThreads) {
      throw new EngineError(
        "engine_busy",
        `all ${this.#maxThreads} threads are in use: try again later, or raise maxThreads`,
      );
    }
    this.#threads.add(thread);
  }

  dismiss(thread: ScriptThread): void {
    this.#threads.delete(thread);
  }

  #check(model: string): void {
    if (model === this.model.id) return;
    throw new EngineError("model_not_found", `no model ${model}; the scenario has ${this.model.id}`);
  }
}

function closedError(): EngineError {
  return new EngineError("engine_closed", "the engine was closed");
}

function modelOf({ model }: Scenario): ModelInfo {
  return {
    id: model?.id ?? "script",
    contextLength: model?.contextLength ?? 131_072,
    created: Math.floor(Date.now() / 1000),
    ownedBy: "flint",
    capabilities: {
      tools: model?.capabilities?.tools ?? true,
      reasoning: model?.capabilities?.reasoning ?? true,
    },
  };
}
