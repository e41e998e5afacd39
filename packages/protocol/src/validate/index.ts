export { check } from "./check.ts";
export { parseCreateRequest, whyNotMetadata, whyTooDeep } from "./create.ts";
export { type ParsedFrame, parseClientFrame, type RefusedFrame } from "./frame.ts";
export { tooMany } from "./input.ts";
export { isObject, isSameJson, type JsonObject, refuse, refuseType } from "./json.ts";
export { type RequestLimits, withDefaults } from "./limits.ts";
export type { Result } from "./result.ts";
export { whyNotDeclared } from "./tools.ts";
