export {
  type CounterKind,
  type Preset,
  type PresetName,
  presets,
  type SocketTraits,
  type UpstreamTarget,
} from "./preset.ts";
export {
  namesUpstream,
  parseUpstreams,
  UpstreamReferenceError,
  type UpstreamReferenceErrorCode,
} from "./reference.ts";
