/** Limits on a request. A request over a limit is rejected with a 400 that names the limit. */
export interface RequestLimits {
  /** Items of `input`. Default 10,000. */
  readonly maxInputItems?: number;
  /** Entries of `tools`, of a namespace's own `tools`, and of all items of type `additional_tools`. Default 1,024. */
  readonly maxTools?: number;
  /** Stop sequences. Default 16. */
  readonly maxStops?: number;
  /** Default 16, each key of at most 64 characters. */
  readonly maxMetadataKeys?: number;
  /** Characters of a metadata value. Default 512. */
  readonly maxMetadataLength?: number;
  /** Nesting depth of the request's JSON. Default 64. */
  readonly maxDepth?: number;
}

export const MAX_METADATA_KEY_LENGTH = 64;

const defaults: Required<RequestLimits> = {
  maxInputItems: 10_000,
  maxTools: 1024,
  maxStops: 16,
  maxMetadataKeys: 16,
  maxMetadataLength: 512,
  maxDepth: 64,
};

export function withDefaults(limits: RequestLimits): Required<RequestLimits> {
  return { ...defaults, ...limits };
}
