export { argumentsObject, argumentsOfInput } from "./call-json.ts";
export { APPLY_PATCH, BEGIN_PATCH, INPUT } from "./custom-tool.ts";
export { isJsonOf, TextParameters } from "./text-parameter.ts";
export { allowedTools, callableTools, choiceRule, isCallRequired } from "./tool-choice.ts";
export { type OfferedTool, type Parameters, ToolSet, withoutFunctions } from "./tool-set.ts";
