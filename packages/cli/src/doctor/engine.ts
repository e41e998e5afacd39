import { EngineError, type LlamaProbe, probeLlama } from "@flint/engine";
import { bytes, duration } from "../measure/index.ts";
import { broken, type Finding, ok, warning } from "./finding.ts";

function memoryOf({ total, used }: NonNullable<LlamaProbe["gpuMemory"]>): string {
  return `${bytes(total - used)} of ${bytes(total)} GPU memory free`;
}

/** Checks whether embedded llama.cpp starts, and on which hardware. */
export async function checkEngine(): Promise<Finding> {
  try {
    const probe = await probeLlama();
    const { version, path, variant, devices, gpuMemory, cpuFeatures, startTime } = probe;
    const features = cpuFeatures.join(" ") || "instruction sets unknown";
    const on = [variant, ...devices, ...(gpuMemory === null ? [] : [memoryOf(gpuMemory)])].join(", ");
    const found = `node-llama-cpp ${version}, ${on}, ${features}; starts in ${duration(startTime)}`;
    const facts = {
      ...{ version, path, variant, devices, gpu_memory: gpuMemory },
      ...{ cpu_features: cpuFeatures, start_ms: startTime },
    };
    if (path === "native") return ok("engine", found, facts);
    return warning("engine", `${found}; slow path`, "install the pinned version again: npm ci", facts);
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return broken(
      "engine",
      error.message,
      "install again with optional dependencies: npm ci --include=optional",
    );
  }
}
