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
  Route,
  Sampling,
  Thread,
  ThreadOptions,
  TraceContext,
} from "./contract.ts";
export { type Ending, endingOf } from "./ending.ts";
export { EngineError, type EngineErrorCode } from "./engine-error.ts";
export { EngineOptionError, requireWholeNumbers } from "./engine-options.ts";
export { firstToGo, isLikelier, type Prospect } from "./prospect.ts";
export type { EngineStats, ModelStats, StepStats } from "./stats.ts";
