export * from "./defaults.ts";
export {
  addDefaultedParameter,
  addFirstParameter,
  addParameter,
  moveParameterFirst,
  removeParameter,
  swapParameters,
} from "./list.ts";
