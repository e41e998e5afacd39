import { type RuntimeOptions, runtimeOptions } from "../options.ts";
import { bytes } from "./bytes.ts";
import { type ModelFacts, planOf } from "./plan.ts";

/** A model that was trained on far more than the bundled one, and where it can be pulled from. */
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
    // Of no account where nothing goes to a graphics card.
    layers: 0,
  };
}

/** Code models with open licences, the largest first. */
const PRETRAINED: readonly Pretrained[] = [
  qwenCoder("32B", 19_851, 5_120, 262_144),
  qwenCoder("14B", 8_988, 5_120, 196_608),
  qwenCoder("7B", 4_683, 3_584, 57_344),
  qwenCoder("1.5B", 1_117, 1_536, 28_672),
  qwenCoder("0.5B", 491, 896, 12_288),
];

/** One conversation, with room for a file of some size. */
const USE: RuntimeOptions = runtimeOptions({ contextLength: 8_192, sequences: 1, gpu: false });

/**
 * Bytes of weights for each core, where no graphics card reads them: every token reads all of them, and a few of them a
 * second are the least that one would wait for.
 */
const BYTES_PER_CORE = 600 * MB;

/** A machine to run a model on. `memory` in bytes. */
export interface Machine {
  readonly memory: number;
  readonly cores: number;
  readonly hasGpu: boolean;
}

/**
 * Where to pull the largest known model from that the machine holds and is quick enough for, for people to read; null
 * where none fits. It goes to whoever asks a server, so that it says nothing of the machine's memory.
 */
export function suggestModel({ memory, cores, hasGpu }: Machine): string | null {
  const quick = hasGpu ? Number.POSITIVE_INFINITY : cores * BYTES_PER_CORE;
  const fitting = PRETRAINED.find(
    (model) => model.size <= quick && planOf(model, USE, { free: memory }).total <= memory,
  );
  return fitting === undefined ? null : `${fitting.source} (${bytes(fitting.size)})`;
}
