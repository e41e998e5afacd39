import { EngineError, probeLlama } from "@flint/engine";
import { duration } from "../measure/index.ts";
import { broken, type Finding, ok, warning } from "./finding.ts";

/** Whether embedded llama.cpp starts here, and what it runs on. */
export async function checkEngine(): Promise<Finding> {
  try {
    const { version, path, variant, cpuFeatures, startTime } = await probeLlama();
    const features = cpuFeatures.join(" ") || "no instruction sets told";
    const found = `node-llama-cpp ${version}, ${variant}, ${features}; starts in ${duration(startTime)}`;
    const facts = { version, path, variant, cpu_features: cpuFeatures, start_ms: startTime };
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
