import { availableMemory } from "./available-memory.ts";
import type { GpuMemory } from "./binding/index.ts";
import { adviceFor, type Plan, PROCESS, planOf, raiseLimit } from "./fit/index.ts";
import { readGguf } from "./gguf.ts";
import { decodeThreadsOf, type LlamaEngineOptions, runtimeOptions } from "./options.ts";

/** What a model takes here, and whether it fits. */
export interface ModelFit {
  readonly plan: Plan;
  /** Bytes that are free, or that the engine may take. */
  readonly free: number;
  /** What would fit instead, for people to read; null where the model fits. */
  readonly advice: string | null;
  /** CPU threads for one token at a time, and for prompts and drafts. */
  readonly threads: { readonly decode: number; readonly batch: number };
}

/**
 * What a model would take in an engine with these options, from its file's metadata alone. Nothing is loaded.
 * Rejects with {@link EngineError} `model_unreadable`.
 */
export async function modelFit(
  path: string,
  given: Omit<LlamaEngineOptions, "models"> = {},
  gpu: GpuMemory | null = null,
): Promise<ModelFit> {
  const header = await readGguf(path);
  const options = runtimeOptions(given);
  const { memoryLimit } = options;
  const free = memoryLimit === null ? availableMemory() : memoryLimit - PROCESS;
  const plan = planOf(header, options, { free, gpu });
  const more = memoryLimit === null ? undefined : raiseLimit(plan);
  return {
    plan,
    free,
    advice: plan.total <= free ? null : adviceFor(header, plan, free, more),
    threads: { decode: decodeThreadsOf(header.size, options), batch: options.batchThreads },
  };
}
