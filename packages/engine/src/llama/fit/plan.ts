import type { GpuMemory } from "../binding/index.ts";
import type { GgufHeader } from "../gguf.ts";
import { batchSizeOf, contextLengthOf, type RuntimeOptions, sequencesOf } from "../options.ts";
import { bytes } from "./bytes.ts";
import { gpuShare } from "./gpu-layers.ts";

/** How to load a model, and how much memory it needs. Sizes are in bytes. */
export interface Plan {
  readonly contextLength: number;
  readonly sequences: number;
  readonly batchSize: number;
  readonly gpuLayers: number;
  readonly weights: number;
  /** KV state of all sequences when full. */
  readonly state: number;
  readonly buffers: number;
  /** The part of the total that is in main memory. */
  readonly total: number;
}

/** The properties of a model that a plan needs. */
export type ModelFacts = Pick<
  GgufHeader,
  "size" | "layers" | "width" | "vocabulary" | "kvBytesPerToken" | "trainContextLength"
>;

const FLOAT = 4;
/** Number of f32 tensors of a layer's width per token of a batch, for buffers; measured on small models. */
const WIDTHS = 12;
const BASE = 16 * 1024 ** 2;

/** Plans a model's load with `free` bytes of memory. Unless given, the number of sequences is reduced to fit. */
export function planOf(
  header: ModelFacts,
  options: RuntimeOptions,
  { free = Number.POSITIVE_INFINITY, gpu = null }: { free?: number; gpu?: GpuMemory | null } = {},
): Plan {
  const contextLength = contextLengthOf(header, options.contextLength);
  const most = batchSizeOf(options, sequencesOf(header, options));
  const room = free - header.size - buffersOf(header, most);
  const sequences = sequencesOf(header, options, room);
  const batchSize = batchSizeOf(options, sequences);
  const buffers = buffersOf(header, batchSize);
  const state = header.kvBytesPerToken * contextLength * sequences;
  const wanted = options.gpu === false ? 0 : options.gpuLayers;
  const { layers, part } = gpuShare(header, { wanted, state, buffers, memory: gpu });
  const total = (header.size + state) * (1 - part) + buffers;
  return {
    contextLength,
    sequences,
    batchSize,
    gpuLayers: layers,
    weights: header.size,
    state,
    buffers,
    total,
  };
}

function buffersOf({ width, vocabulary }: ModelFacts, batchSize: number): number {
  return BASE + batchSize * FLOAT * (vocabulary + WIDTHS * width);
}

/** Bits per weight, by llama.cpp's id of the quantization. */
const BITS: Readonly<Record<number, number>> = {
  0: 32,
  1: 16,
  2: 4.5,
  3: 5,
  7: 8.5,
  8: 5.5,
  9: 6,
  10: 2.9,
  11: 3.6,
  12: 4,
  13: 4.3,
  14: 4.7,
  15: 4.9,
  16: 5.6,
  17: 5.7,
  18: 6.6,
  32: 16,
};
const COMMON = [
  ["Q8_0", 8.5],
  ["Q6_K", 6.6],
  ["Q5_K_M", 5.7],
  ["Q4_K_M", 4.9],
  ["Q3_K_M", 4],
  ["Q2_K", 2.9],
] as const;

/** The shortest useful context, in tokens. */
const SHORT_CONTEXT = 2_048;
const CONTEXT_STEP = 256;

/** Memory of the process without any model, in bytes. */
export const PROCESS_MEMORY = 128 * 1024 ** 2;

/** Returns the advice to raise the memory limit so that a plan fits. `others`: bytes of other models. */
export function raiseLimit({ total }: Plan, others = 0): string {
  const least = PROCESS_MEMORY + others + total;
  // Round up to the two digits that are shown.
  const step = 10 ** (Math.floor(Math.log10(least)) - 1);
  return `raise memoryLimit (--memory) to at least ${bytes(Math.ceil(least / step) * step)}`;
}

/** Returns advice on what would fit into `free` bytes. `more`: advice on how to get more memory. */
export function adviceFor(
  header: GgufHeader,
  plan: Plan,
  free: number,
  more: string = "free some memory",
): string {
  const room = free - plan.weights - plan.buffers;
  const perToken = header.kvBytesPerToken;
  const ways: string[] = [];
  if (plan.sequences > 1) {
    const sequences = Math.floor(room / (perToken * plan.contextLength));
    if (sequences >= 1) ways.push(`${sequences} sequences`);
  }
  const context = Math.floor(room / perToken / CONTEXT_STEP) * CONTEXT_STEP;
  if (context >= Math.min(SHORT_CONTEXT, plan.contextLength)) {
    ways.push(`a context of ${context.toLocaleString("en")} tokens in one sequence`);
  }
  const left = free - plan.buffers - perToken * Math.min(SHORT_CONTEXT, plan.contextLength);
  const bits = BITS[header.fileType ?? -1];
  const quantisation =
    bits && COMMON.find(([, common]) => common < bits && (plan.weights * common) / bits <= left);
  if (quantisation) {
    ways.push(
      `its ${quantisation[0]} quantisation (about ${bytes((plan.weights * quantisation[1]) / (bits ?? 1))})`,
    );
  }
  if (ways.length === 0) {
    return left > 0 ? `what would fit: a model file of at most ${bytes(left)}` : `no model fits: ${more}`;
  }
  return `what would fit: ${ways.join(", or ")}`;
}
