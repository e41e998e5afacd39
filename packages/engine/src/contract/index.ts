export type {
  BrokenPrefix,
  Burst,
  Continuation,
  Engine,
  Finish,
  GenerateEvent,
  GenerateRequest,
  LoadProgress,
  ModelCapabilities,
  ModelInfo,
  Part,
  PrefillOptions,
  PrefillProgress,
  PrefillResult,
  Prompt,
  PromptItem,
  PromptLink,
  Sampling,
  Thread,
  ThreadOptions,
} from "./contract.ts";
export { EngineError, type EngineErrorCode } from "./engine-error.ts";
export type { EngineStats, ModelStats, StepStats } from "./stats.ts";
