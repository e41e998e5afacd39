import type { GpuMemory } from "../binding/index.ts";
import type { GgufHeader } from "../gguf.ts";

/** Bytes of GPU memory reserved for the driver and other programs. */
const RESERVE = 512 * 1024 ** 2;

export interface GpuShare {
  /** Layers on the GPU, including the output layer as the last. */
  readonly layers: number;
  /** Fraction of the weights and the state on the GPU. */
  readonly part: number;
}

/** Returns how many layers run on the GPU: as many as requested, or else as many as fit into its free memory. */
export function gpuShare(
  header: Pick<GgufHeader, "size" | "layers">,
  {
    wanted,
    state,
    buffers,
    memory,
  }: { wanted: number | null; state: number; buffers: number; memory: GpuMemory | null },
): GpuShare {
  const all = header.layers + 1;
  const share = (layers: number) => ({ layers, part: Math.min(1, layers / all) });
  if (memory === null || wanted === 0) return share(0);
  if (wanted !== null) return share(Math.min(wanted, all));
  const free = memory.total - memory.used - RESERVE - buffers;
  const layer = (header.size + state) / all;
  return share(Math.max(0, Math.min(all, Math.floor(free / layer))));
}
