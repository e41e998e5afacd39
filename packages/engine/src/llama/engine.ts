import {
  type Engine,
  EngineError,
  type EngineStats,
  type LoadProgress,
  type ModelInfo,
  type Prompt,
  type ThreadOptions,
} from "../contract/index.ts";
import { promptCapabilities } from "../prompt/index.ts";
import type { EngineProcess } from "./engine-process.ts";
import { type GgufHeader, readGguf } from "./gguf.ts";
import type { CountMessage } from "./messages.ts";
import {
  contextLengthOf,
  type LlamaEngineOptions,
  type LlamaModelSource,
  processLimits,
  requireValidNumbers,
  runtimeOptions,
  warningHandler,
} from "./options.ts";
import { Supervisor } from "./supervisor.ts";
import { LlamaThread } from "./thread.ts";

/** llama.cpp in a separate process. */
export interface LlamaEngine extends Engine {
  stats(): EngineStats;
  /** The process's pid; null if there is none. */
  readonly pid: number | null;
}

/**
 * Creates the embedded llama.cpp engine for GGUF files. Nothing is started or loaded before the first thread is opened,
 * except what `preload` names. Throws {@link EngineOptionError}.
 */
export function createLlamaEngine(options: LlamaEngineOptions): LlamaEngine {
  requireValidNumbers(options);
  const supervisor = new Supervisor(runtimeOptions(options), processLimits(options), warningHandler(options));
  const catalogue = new Catalogue(options);
  let lastId = 0;
  const nextId = () => ++lastId;
  const preload = options.models.find(({ id }) => id === options.preload);
  if (preload) supervisor.preload({ id: preload.id, path: preload.path });
  const onLoading = options.onLoading ?? (() => undefined);
  return {
    id: "llama",
    get pid() {
      return supervisor.pid;
    },
    models: () => catalogue.models(),
    openThread: async ({ model: id, user, onLoading: onThreadLoading }: ThreadOptions) => {
      const { model, path } = await catalogue.find(id);
      const parts = { id: nextId(), model, path, user: user ?? null, supervisor, nextId, onLoading };
      const thread = new LlamaThread(parts);
      await thread.open(onThreadLoading);
      return thread;
    },
    countTokens: async (id: string, prompt: Prompt) => {
      const { model, path } = await catalogue.find(id);
      const { process } = await supervisor.running();
      return countTokens(process, { id: model.id, path }, prompt, onLoading);
    },
    stats: () => supervisor.stats(),
    close: () => supervisor.close(),
  };
}

function countTokens(
  process: EngineProcess,
  model: CountMessage["model"],
  { tip, ...question }: Prompt,
  onLoading: (progress: LoadProgress) => void,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const message = { type: "count", model, prompt: question, ...process.links.linksToSend(tip) } as const;
    process.call(message, {
      loading: (part) => onLoading({ model: model.id, part }),
      done: (result) => {
        if (result) resolve(result.promptTokens);
        else reject(new TypeError("the engine's process gave a count no result"));
      },
      failed: reject,
    });
  });
}

interface Entry {
  readonly model: ModelInfo;
  readonly path: string;
}

/** The models, known from their files' metadata. */
class Catalogue {
  readonly #options: LlamaEngineOptions;
  readonly #headers = new Map<string, Promise<GgufHeader>>();

  constructor(options: LlamaEngineOptions) {
    this.#options = options;
  }

  /** Lists the models whose files can be read. */
  async models(): Promise<ModelInfo[]> {
    const entries = await Promise.allSettled(this.#options.models.map((source) => this.#entry(source)));
    return entries.flatMap((entry) => (entry.status === "fulfilled" ? [entry.value.model] : []));
  }

  /** Rejects with `model_not_found` or `model_unreadable`. */
  async find(id: string): Promise<Entry> {
    const source = this.#options.models.find((one) => one.id === id);
    if (source) return this.#entry(source);
    const known = this.#options.models.map((one) => one.id).join(", ") || "none";
    throw new EngineError("model_not_found", `there is no model "${id}"; the models are: ${known}`);
  }

  async #entry(source: LlamaModelSource): Promise<Entry> {
    const header = await this.#header(source.path);
    const model: ModelInfo = {
      id: source.id,
      contextLength: contextLengthOf(header, this.#options.contextLength ?? null),
      created: source.created ?? header.modified,
      ownedBy: source.ownedBy ?? "local",
      capabilities: promptCapabilities({
        modelId: source.id,
        ...(header.name !== null && { name: header.name }),
        ...(header.chatTemplate !== null && { chatTemplate: header.chatTemplate }),
      }),
    };
    return { model, path: source.path };
  }

  /** Reads and caches a file's header. Failures are not cached, as the file may be downloaded later. */
  #header(path: string): Promise<GgufHeader> {
    let header = this.#headers.get(path);
    if (!header) {
      header = readGguf(path);
      this.#headers.set(path, header);
      header.catch(() => this.#headers.delete(path));
    }
    return header;
  }
}
