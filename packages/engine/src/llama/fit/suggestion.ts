import { type RuntimeOptions, runtimeOptions } from "../options.ts";
import { bytes } from "./bytes.ts";
import { type ModelFacts, planOf } from "./plan.ts";

/** A larger pretrained model, and the source to pull it from. */
interface Pretrained extends ModelFacts {
  readonly source: string;
}

const MB = 1_000_000;

function qwenCoder(name: string, size: number, width: number, kvBytesPerToken: number): Pretrained {
  return {
    source: `hf:Qwen/Qwen2.5-Coder-${name}-Instruct-GGUF:Q4_K_M`,
    size: size * MB,
    width,
    vocabulary: 152_064,
    kvBytesPerToken,
    trainContextLength: 32_768,
    // Irrelevant without a GPU.
    layers: 0,
  };
}

/** Code models with open licences, largest first. */
const PRETRAINED: readonly Pretrained[] = [
  qwenCoder("32B", 19_851, 5_120, 262_144),
  qwenCoder("14B", 8_988, 5_120, 196_608),
  qwenCoder("7B", 4_683, 3_584, 57_344),
  qwenCoder("1.5B", 1_117, 1_536, 28_672),
  qwenCoder("0.5B", 491, 896, 12_288),
];

/** Assumed use: one conversation, with a medium-sized file. */
const USE: RuntimeOptions = runtimeOptions({ contextLength: 8_192, sequences: 1, gpu: false });

/** Most bytes of weights per core without a GPU: every token reads all weights, and a few tokens a second are the minimum. */
const BYTES_PER_CORE = 600 * MB;

/** A machine to run a model on. `memory` is in bytes. */
export interface Machine {
  readonly memory: number;
  readonly cores: number;
  readonly hasGpu: boolean;
}

/**
 * Suggests the largest known model that fits the machine and runs fast enough on it; null if there is none. The text is
 * sent to clients, so it does not reveal the machine's memory.
 */
export function suggestModel({ memory, cores, hasGpu }: Machine): string | null {
  const quick = hasGpu ? Number.POSITIVE_INFINITY : cores * BYTES_PER_CORE;
  const fitting = PRETRAINED.find(
    (model) => model.size <= quick && planOf(model, USE, { free: memory }).total <= memory,
  );
  return fitting === undefined ? null : `${fitting.source} (${bytes(fitting.size)})`;
}
