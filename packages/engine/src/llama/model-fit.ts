import { availableMemory } from "./available-memory.ts";
import type { GpuMemory } from "./binding/index.ts";
import { adviceFor, type Plan, PROCESS_MEMORY, planOf, raiseLimit } from "./fit/index.ts";
import { readGguf } from "./gguf.ts";
import { decodeThreadsOf, type LlamaEngineOptions, runtimeOptions } from "./options.ts";

/** A model's memory needs on this machine, and whether it fits. */
export interface ModelFit {
  readonly plan: Plan;
  /** Bytes available to the engine. */
  readonly free: number;
  /** Advice on what would fit instead; null if the model fits. */
  readonly advice: string | null;
  /** CPU threads for single tokens, and for prompts and drafts. */
  readonly threads: { readonly decode: number; readonly batch: number };
}

/**
 * Computes a model's memory needs with these options from its file's metadata, without loading it.
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
  const free = memoryLimit === null ? availableMemory() : memoryLimit - PROCESS_MEMORY;
  const plan = planOf(header, options, { free, gpu });
  const more = memoryLimit === null ? undefined : raiseLimit(plan);
  return {
    plan,
    free,
    advice: plan.total <= free ? null : adviceFor(header, plan, free, more),
    threads: { decode: decodeThreadsOf(header.size, options), batch: options.batchThreads },
  };
}
