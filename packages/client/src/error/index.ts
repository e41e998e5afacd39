export { FlintError, type FlintErrorCode, type FlintErrorDetails } from "./flint-error.ts";
