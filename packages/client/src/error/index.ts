export {
  type OptionNames,
  requireFunction,
  requireNames,
  requireOptions,
  requireSignal,
  requireTypes,
} from "./argument.ts";
export { FlintError, type FlintErrorCode, type FlintErrorDetails } from "./flint-error.ts";
