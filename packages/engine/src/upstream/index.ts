export { detectUpstream, type UpstreamFinding } from "./detection/index.ts";
export { createUpstreamEngine } from "./engine.ts";
export {
  defaultLimits,
  defaultTimeouts,
  type UpstreamLimits,
  type UpstreamOptions,
  type UpstreamTimeouts,
} from "./options.ts";
export {
  namesUpstream,
  type PresetName,
  parseUpstreams,
  UpstreamReferenceError,
  type UpstreamReferenceErrorCode,
  type UpstreamTarget,
} from "./preset/index.ts";
