import type { GpuMemory } from "../binding/index.ts";
import type { GgufHeader } from "../gguf.ts";

/** Bytes of a GPU's memory that are left to its driver and to other programs. */
const RESERVE = 512 * 1024 ** 2;

export interface GpuShare {
  /** Layers on the GPU. The last one is the output layer. */
  readonly layers: number;
  /** Of the weights and the state, the part that is on the GPU. */
  readonly part: number;
}

/** How many layers run on the GPU: as many as were asked for, else as many as its free memory holds. */
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
