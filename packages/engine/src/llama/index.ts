export { availableMemory } from "./available-memory.ts";
export type { Gpu } from "./binding/index.ts";
export { createLlamaEngine, type LlamaEngine } from "./engine.ts";
export { type GgufHeader, readGguf } from "./gguf.ts";
export { type ModelFit, modelFit } from "./model-fit.ts";
export type { LlamaEngineOptions, LlamaModelSource } from "./options.ts";
export { type LlamaProbe, probeLlama } from "./probe.ts";
