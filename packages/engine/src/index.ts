/**
 * The Engine contract, and the engines that implement it.
 * @module
 */
export { AsideError } from "./aside/index.ts";
export type * from "./contract/index.ts";
export { EngineError, EngineOptionError, firstToGo } from "./contract/index.ts";
export { makeFolder, replaceFile } from "./folder/index.ts";
export {
  availableMemory,
  createLlamaEngine,
  type GgufHeader,
  type Gpu,
  type LlamaEngine,
  type LlamaEngineOptions,
  type LlamaModelSource,
  type LlamaProbe,
  type ModelFit,
  modelFit,
  probeLlama,
  readGguf,
} from "./llama/index.ts";
export {
  type ChatFormatOptions,
  chatFormat,
  formatFor,
  type NanoOptions,
  nanoFormat,
  type OutputParser,
  type ParsedText,
  type PromptFormat,
  type PromptMetadata,
  type PromptSegment,
  type PromptText,
} from "./prompt/index.ts";
export {
  createScriptEngine,
  type LoadScenarioOptions,
  loadScenario,
  parseScenario,
  type Scenario,
  ScenarioError,
  type ScenarioErrorCode,
  type ScenarioStep,
  type ScenarioTurn,
  type ScriptEngineOptions,
  type TurnCondition,
} from "./script/index.ts";
export {
  checkDefinitions,
  type Definitions,
  type RefusedDefinition,
  StructureError,
} from "./structure/index.ts";
export { type Held, Tick, type Waits } from "./tick/index.ts";
export {
  createUpstreamEngine,
  defaultLimits as defaultUpstreamLimits,
  defaultTimeouts as defaultUpstreamTimeouts,
  detectUpstream,
  namesUpstream,
  type PresetName,
  parseUpstreams,
  type UpstreamFinding,
  type UpstreamLimits,
  type UpstreamOptions,
  UpstreamReferenceError,
  type UpstreamReferenceErrorCode,
  type UpstreamTarget,
  type UpstreamTimeouts,
} from "./upstream/index.ts";
