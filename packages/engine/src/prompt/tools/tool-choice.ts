import type { Tool, ToolChoice } from "@flint/protocol";
import type { Prompt, PromptItem } from "../../contract/index.ts";
import { isNamespace, type OfferedTool, type ToolSet } from "./tool-set.ts";

/** Returns the tools that this response may call: those of the request and those added within the conversation. */
export function allowedTools({ tools, toolChoice }: Prompt, items: readonly PromptItem[]): readonly Tool[] {
  if (toolChoice === "none") return [];
  const all = [...tools, ...items.flatMap(additionalTools)];
  const names = allowedNames(toolChoice);
  return names ? all.filter((tool) => isAmong(tool, names)) : all;
}

/** Returns the instruction about whether to call tools; null if the model is free to choose. */
export function choiceRule({ toolChoice, parallelToolCalls }: Prompt, tools: ToolSet): string | null {
  if (tools.size === 0) return null;
  const rules: string[] = [];
  const name = namedTool(toolChoice);
  if (name !== null) rules.push(`Answer with a call of the tool ${tools.nameOf(name)}, and nothing else.`);
  else if (isRequired(toolChoice)) rules.push("Answer with a call of a tool.");
  if (parallelToolCalls === false) rules.push("Call no more than one tool in an answer.");
  return rules.length === 0 ? null : rules.join(" ");
}

/** Returns the tools that the response may call; only one if `tool_choice` names it. */
export function callableTools({ toolChoice }: Prompt, tools: ToolSet): readonly OfferedTool[] {
  const name = namedTool(toolChoice);
  const named = tools.offered.filter(({ origin }) => origin.name === name);
  return named.length === 0 ? tools.offered : named;
}

/** Whether the response must be a call. */
export function isCallRequired({ toolChoice }: Prompt): boolean {
  return isRequired(toolChoice) || namedTool(toolChoice) !== null;
}

function namedTool(choice: ToolChoice | undefined): string | null {
  if (typeof choice !== "object" || !("name" in choice)) return null;
  return choice.type === "function" || choice.type === "custom" ? choice.name : null;
}

function isRequired(choice: ToolChoice | undefined): boolean {
  return choice === "required" || (isAllowedTools(choice) && "mode" in choice && choice.mode === "required");
}

/** Returns the names that a `tool_choice` of type `allowed_tools` lists; null for any other. */
function allowedNames(choice: ToolChoice | undefined): ReadonlySet<string> | null {
  if (!isAllowedTools(choice) || !("tools" in choice) || !Array.isArray(choice.tools)) return null;
  return new Set(choice.tools.flatMap((tool: unknown) => nameOf(tool) ?? []));
}

function isAllowedTools(choice: ToolChoice | undefined): choice is { readonly type: "allowed_tools" } {
  return typeof choice === "object" && choice.type === "allowed_tools";
}

function isAmong(tool: Tool, names: ReadonlySet<string>): boolean {
  const name = nameOf(tool);
  return (
    (name !== null && names.has(name)) || (isNamespace(tool) && tool.tools.some((one) => names.has(one.name)))
  );
}

/** Returns the tools that an item adds: they apply from there on. They have not been validated yet. */
function additionalTools(item: PromptItem): Tool[] {
  if (!("type" in item) || item.type !== "additional_tools" || !("tools" in item)) return [];
  return Array.isArray(item.tools) ? item.tools.filter(isTool) : [];
}

function isTool(tool: unknown): tool is Tool {
  if (nameOf(tool) === null || typeof tool !== "object" || tool === null || !("type" in tool)) return false;
  if (tool.type !== "namespace") return tool.type === "function" || tool.type === "custom";
  return "tools" in tool && Array.isArray(tool.tools) && tool.tools.every(isTool);
}

function nameOf(value: unknown): string | null {
  const isNamed = typeof value === "object" && value !== null && "name" in value;
  return isNamed && typeof value.name === "string" ? value.name : null;
}
