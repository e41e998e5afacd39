export { check } from "./check.ts";
export { parseCreateRequest } from "./create.ts";
export { type ParsedFrame, parseClientFrame, type RefusedFrame } from "./frame.ts";
export type { RequestLimits } from "./limits.ts";
export type { Result } from "./result.ts";
