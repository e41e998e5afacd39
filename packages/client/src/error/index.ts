export { requireFunction, requireOptions, requireSignal } from "./argument.ts";
export { FlintError, type FlintErrorCode, type FlintErrorDetails } from "./flint-error.ts";
