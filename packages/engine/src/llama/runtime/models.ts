import { EngineError, type ModelStats } from "../../contract/index.ts";
import { availableMemory } from "../available-memory.ts";
import type { Binding } from "../binding/index.ts";
import { adviceFor, bytes, type Plan, PROCESS_MEMORY, planOf, raiseLimit } from "../fit/index.ts";
import { type GgufHeader, readGguf } from "../gguf.ts";
import type { RuntimeOptions } from "../options.ts";
import { LoadedModel } from "./loaded-model.ts";
import type { Pulse } from "./pulse.ts";
import type { ModelReference } from "./thread-state.ts";

export interface ModelsOptions {
  readonly binding: Binding;
  readonly options: RuntimeOptions;
  readonly pulse: Pulse;
  /** Called while a step of any model runs. */
  readonly stepping: (now: number) => void;
  /** Called with warnings, which do not fail any call. */
  readonly warn: (text: string) => void;
  /** Returns the free bytes. Default: the machine's. */
  readonly available?: () => number;
}

/** A model in memory or being loaded. */
interface Entry {
  readonly reference: ModelReference;
  readonly loading: Promise<LoadedModel>;
  model: LoadedModel | null;
  /** Its memory when loaded; 0 until known. */
  bytes: number;
  /** Number of calls using it. */
  users: number;
  readonly listeners: Set<(part: number) => void>;
}

/** The models in memory. Unused ones are unloaded to make room, least recently used first. */
export class Models {
  readonly #options: ModelsOptions;
  /** By path, least recently used first. */
  readonly #entries = new Map<string, Entry>();
  /** Serializes making room: each model must see what the previous one takes. */
  #roomMaking: Promise<unknown> = Promise.resolve();
  #loads = 0;
  #evictions = 0;

  constructor(options: ModelsOptions) {
    this.#options = options;
  }

  get counts() {
    const models = [...this.#entries.values()].filter(({ model }) => model !== null);
    return {
      models: models.map(({ reference: { id }, bytes }): ModelStats => ({ id, bytes })),
      modelLoads: this.#loads,
      modelEvictions: this.#evictions,
    };
  }

  /**
   * Runs a task with a model, which stays in memory until the task settles. `onLoading` is called while the task waits for
   * a load. Rejects with `model_unreadable`, `out_of_memory`, or `engine_busy` if all models are in use.
   */
  async use<T>(
    reference: ModelReference,
    task: (model: LoadedModel) => T | Promise<T>,
    onLoading?: (part: number) => void,
  ): Promise<T> {
    const entry = this.#entries.get(reference.path) ?? this.#open(reference);
    // Reinsert it at the end of the map, as the most recently used.
    this.#entries.delete(reference.path);
    this.#entries.set(reference.path, entry);
    entry.users += 1;
    try {
      return await task(entry.model ?? (await this.#waitForLoad(entry, onLoading)));
    } finally {
      entry.users -= 1;
    }
  }

  /** Saves all models' sequences to disk, if a folder is configured. */
  async spill(): Promise<void> {
    await Promise.all([...this.#entries.values()].map(({ model }) => model?.spill()));
  }

  /** Unloads every unused model. */
  unloadIdle(): Promise<void> {
    const unloaded = this.#roomMaking.then(async () => {
      while (await this.#unloadOne());
    });
    this.#roomMaking = unloaded.catch(() => undefined);
    return unloaded;
  }

  async #waitForLoad(entry: Entry, onLoading: ((part: number) => void) | undefined): Promise<LoadedModel> {
    if (onLoading) entry.listeners.add(onLoading);
    try {
      return await entry.loading;
    } finally {
      if (onLoading) entry.listeners.delete(onLoading);
    }
  }

  #open(reference: ModelReference): Entry {
    const listeners = new Set<(part: number) => void>();
    const loading = Promise.resolve().then(() => this.#load(entry));
    const entry: Entry = { reference, loading, model: null, bytes: 0, users: 0, listeners };
    loading.catch(() => {
      if (this.#entries.get(reference.path) === entry) this.#entries.delete(reference.path);
    });
    return entry;
  }

  async #load(entry: Entry): Promise<LoadedModel> {
    const { binding, options, pulse, stepping, warn } = this.#options;
    const header = await readGguf(entry.reference.path);
    const found = this.#roomMaking.then(() => this.#makeRoom(entry, header));
    this.#roomMaking = found.catch(() => undefined);
    const plan = await found;
    let hundredths = 0;
    const onProgress = (part: number) => {
      const now = Math.floor(part * 100);
      if (now <= hundredths) return;
      hundredths = now;
      pulse.loaded();
      for (const listener of entry.listeners) listener(part);
    };
    const model = await LoadedModel.load({
      ...{ binding, reference: entry.reference, header, plan, options, stepping, onProgress },
      stepped: (milliseconds) => pulse.stepped(milliseconds),
      warn,
    });
    entry.model = model;
    this.#loads += 1;
    return model;
  }

  /** Unloads models to make room for another. Rejects if that is not enough. */
  async #makeRoom(entry: Entry, header: GgufHeader): Promise<Plan> {
    const { binding, options } = this.#options;
    const gpu = binding.gpuMemory();
    const wanted = planOf(header, options, { gpu });
    // Models still waiting to make room come after this one.
    const taken = () => [...this.#entries.values()].filter((one) => one === entry || one.bytes > 0);
    const isTooMany = () => taken().length > options.maxModelsLoaded;
    while (isTooMany() && ((await this.#unloadOne()) || (await this.#waitForOtherLoad(entry))));
    if (isTooMany()) {
      throw new EngineError(
        "engine_busy",
        `${options.maxModelsLoaded} models are in use and no more may be in memory: wait, or raise maxModelsLoaded`,
      );
    }
    const isTooLittle = () => this.#free() < wanted.total;
    while (isTooLittle() && ((await this.#unloadOne()) || (await this.#waitForOtherLoad(entry))));
    const free = this.#free();
    const plan = planOf(header, options, { free, gpu });
    entry.bytes = plan.total;
    if (plan.total <= free) return plan;
    entry.bytes = 0;
    throw this.#tooLarge(entry.reference, header, plan, free);
  }

  /** Returns the bytes available to another model. */
  #free(): number {
    const { options, available = availableMemory } = this.#options;
    const entries = [...this.#entries.values()];
    const taken = (counted: readonly Entry[]) => counted.reduce((sum, { bytes }) => sum + bytes, 0);
    if (options.memoryLimit !== null) return options.memoryLimit - PROCESS_MEMORY - taken(entries);
    // The free memory does not yet reflect models being loaded.
    return available() - taken(entries.filter(({ model }) => model === null));
  }

  #tooLarge(reference: ModelReference, header: GgufHeader, plan: Plan, free: number): EngineError {
    const others = [...this.#entries.values()].reduce((sum, { bytes }) => sum + bytes, 0);
    const { memoryLimit: limit } = this.#options.options;
    const ofLimit = limit === null ? "" : ` of the ${bytes(limit)} that memoryLimit (--memory) allows`;
    const needs =
      `${reference.id} needs ${bytes(plan.total)} of memory (weights ${bytes(plan.weights)}, state of ` +
      `${plan.sequences} × ${plan.contextLength.toLocaleString("en")} tokens ${bytes(plan.state)}, buffers ` +
      `${bytes(plan.buffers)}) and ${bytes(Math.max(0, free))}${ofLimit} are free`;
    if (others > 0 && planOf(header, this.#options.options, { free: free + others }).total <= free + others) {
      return new EngineError(
        "engine_busy",
        `${needs} while other models are in use: wait, or raise memoryLimit`,
      );
    }
    const more = limit === null ? undefined : raiseLimit(plan, others);
    return new EngineError("out_of_memory", `${needs}; ${adviceFor(header, plan, free, more)}`);
  }

  /** Waits for another load to end. Resolves to false if there is none. */
  async #waitForOtherLoad(own: Entry): Promise<boolean> {
    const others = [...this.#entries.values()].filter(
      (entry) => entry !== own && entry.model === null && entry.bytes > 0,
    );
    if (others.length > 0) await Promise.race(others.map(({ loading }) => loading.catch(() => undefined)));
    return others.length > 0;
  }

  async #unloadOne(): Promise<boolean> {
    for (const [path, { model, users }] of this.#entries) {
      if (model === null || users > 0 || !model.loop.idle) continue;
      this.#entries.delete(path);
      this.#evictions += 1;
      await model.dispose();
      return true;
    }
    return false;
  }
}
