import {
  type Engine,
  EngineError,
  type ModelInfo,
  type Prompt,
  type Thread,
  type ThreadOptions,
} from "../contract/index.ts";
import { chainKeyOf } from "./chain-key.ts";
import { countExactly } from "./count/index.ts";
import { Estimate } from "./estimate.ts";
import { UpstreamFailure } from "./failure/index.ts";
import {
  defaultLimits,
  refuseWrongNumbers,
  timeoutsOf,
  type UpstreamLimits,
  type UpstreamOptions,
} from "./options.ts";
import { questionOf } from "./question.ts";
import { Target, Targets } from "./target/index.ts";
import { type ThreadHost, UpstreamThread } from "./thread.ts";
import { Connections } from "./transport/index.ts";

const CONTEXT_LENGTH = 131_072;

/** Creates an engine that uses other servers over OpenAI's APIs. Throws {@link EngineOptionError}. */
export function createUpstreamEngine(options: UpstreamOptions): Engine {
  return new UpstreamEngine(options);
}

class UpstreamEngine implements Engine, ThreadHost {
  readonly id: string;
  readonly limits: UpstreamLimits;
  readonly estimate = new Estimate();
  readonly targets: Targets;
  readonly #connections: Connections;
  readonly #threads = new Set<UpstreamThread>();
  #closed: Promise<void> | null = null;

  constructor(options: UpstreamOptions) {
    if (options.targets.length === 0) throw new TypeError("an upstream engine needs a server");
    refuseWrongNumbers(options);
    const timeouts = timeoutsOf(options.timeouts);
    const { certificates, contextLength = CONTEXT_LENGTH, onWarning = () => undefined } = options;
    this.id = options.name ?? "upstream";
    this.limits = { ...defaultLimits, ...options.limits };
    this.#connections = new Connections({ timeouts, limits: this.limits, certificates });
    const parts = {
      connections: this.#connections,
      timeouts,
      limits: this.limits,
      contextLength,
      certificates,
      onWarning,
    };
    this.targets = new Targets(
      options.targets.map((target) => new Target(target, parts)),
      this.limits.chains,
    );
  }

  async models(): Promise<readonly ModelInfo[]> {
    this.#refuseClosed();
    return this.targets.models();
  }

  unlisted(id: string): ModelInfo | null {
    return this.targets.known(id)?.info ?? null;
  }

  async openThread({ model, user }: ThreadOptions): Promise<Thread> {
    this.#refuseClosed();
    return new UpstreamThread(this, await this.targets.find(model), user ?? null);
  }

  /** Counts exactly if the server supports it; otherwise estimates, with corrections from its answers. */
  async countTokens(model: string, prompt: Prompt): Promise<number> {
    this.#refuseClosed();
    await this.targets.find(model);
    const chain = chainKeyOf(prompt.tip, null);
    const exact = await this.count(model, prompt, chain);
    if (exact !== null) return exact;
    const target = await this.targets.choose({ model, chain, tried: new Set() });
    return this.estimate.tokens(model, questionOf(prompt, target.presetFor(model)).length);
  }

  async count(model: string, prompt: Prompt, chain: string): Promise<number | null> {
    const target = await this.targets.choose({ model, chain, tried: new Set() });
    try {
      return await countExactly(target, model, prompt);
    } catch (cause) {
      if (!(cause instanceof UpstreamFailure)) throw cause;
      // The server cannot count, such as an older version or one behind a gateway.
      if (cause.error.code === "prompt_unsupported" || !cause.unwell) return null;
      throw cause.error;
    }
  }

  async close(): Promise<void> {
    this.#closed ??= this.#end();
    await this.#closed;
  }

  adopt(thread: UpstreamThread): void {
    this.#refuseClosed();
    if (this.#threads.size >= this.limits.threads) {
      throw new EngineError(
        "engine_busy",
        `all ${this.limits.threads} threads are in use: try again later, or raise limits.threads`,
      );
    }
    this.#threads.add(thread);
  }

  dismiss(thread: UpstreamThread): void {
    this.#threads.delete(thread);
  }

  async #end(): Promise<void> {
    for (const thread of this.#threads) thread.end(closedError());
    this.#threads.clear();
    this.targets.close();
    await this.#connections.close();
  }

  #refuseClosed(): void {
    if (this.#closed !== null) throw closedError();
  }
}

function closedError(): EngineError {
  return new EngineError("engine_closed", "the engine was closed");
}
