import type { BindingInfo } from "./binding/index.ts";
import { type LlamaEngineOptions, processLimits, runtimeOptions } from "./options.ts";
import { Supervisor } from "./supervisor.ts";

/** Information about embedded llama.cpp for `flint doctor`. */
export interface LlamaProbe extends BindingInfo {
  /** CPU instruction sets that llama.cpp uses, such as `AVX2`. */
  readonly cpuFeatures: readonly string[];
  /** Milliseconds until the engine's process accepted calls. */
  readonly startTime: number;
}

/**
 * Starts an engine process, queries what it runs on and ends it.
 * Rejects with {@link EngineError} `engine_crashed` if the process does not start.
 */
export async function probeLlama(options: Omit<LlamaEngineOptions, "models"> = {}): Promise<LlamaProbe> {
  const supervisor = new Supervisor(runtimeOptions(options), processLimits(options), () => undefined);
  const start = performance.now();
  try {
    const { info } = await supervisor.running();
    return { ...info, cpuFeatures: featuresOf(info.systemInfo), startTime: performance.now() - start };
  } finally {
    await supervisor.close();
  }
}

/** Parses a line such as `CPU : SSE3 = 1 | AVX = 1 | REPACK = 1 |`. */
function featuresOf(systemInfo: string): string[] {
  return [...systemInfo.matchAll(/(\w+) = 1\b/g)].map(([, feature]) => feature ?? "");
}
