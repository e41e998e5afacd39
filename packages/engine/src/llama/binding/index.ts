import { env } from "node:process";
import { loadAddon } from "./addon.ts";
import type { Binding, Gpu } from "./binding.ts";
import { nativeBinding } from "./native.ts";
import { publicBinding } from "./public.ts";

export type {
  BatchItem,
  Binding,
  BindingInfo,
  BoundContext,
  BoundModel,
  Gpu,
  GpuMemory,
  Sampler,
  SamplingConfig,
  SamplingGrammar,
  Token,
} from "./binding.ts";
export { TooLittleMemory } from "./binding.ts";

/** Opens the native binding if its version is supported, or else the public one; see `info.path`. */
export async function openBinding(gpu: Gpu, log: (message: string) => void): Promise<Binding> {
  const loaded = await loadAddon(gpu, log);
  if (loaded === null) return publicBinding(gpu, log);
  return nativeBinding(loaded, { singleThreaded: env.UV_THREADPOOL_SIZE === "1" });
}
