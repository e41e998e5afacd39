export { argumentsObject, argumentsOfInput } from "./call-json.ts";
export { APPLY_PATCH, INPUT } from "./custom-tool.ts";
export { allowedTools, choiceRule } from "./tool-choice.ts";
export { type OfferedTool, type Parameters, ToolSet, withoutFunctions } from "./tool-set.ts";
