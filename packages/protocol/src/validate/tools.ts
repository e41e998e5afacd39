import type { ApiError } from "../error/index.ts";
import {
  HostedTool,
  NamedToolChoice,
  type Tool,
  type ToolChoice,
  ToolChoiceMode,
  toolSchemas,
} from "../schema/index.ts";
import { check } from "./check.ts";
import { tooMany } from "./input.ts";
import { isObject, refuseType } from "./json.ts";
import type { Result } from "./result.ts";

/** What a function tool says of itself when a response echoes it. */
const unsaid = { description: null, parameters: null, strict: null };

/** Functions come back with every field. Tools of an unknown kind are somebody else's to run, and pass whole. */
export function parseTools(tools: unknown, maxTools: number): Result<readonly Tool[]> {
  if (!Array.isArray(tools)) {
    return { ok: false, error: refuseType("tools", "a list of tools", tools) };
  }
  if (tools.length > maxTools) return { ok: false, error: tooMany("tools", "tools", maxTools, tools.length) };
  for (const [at, tool] of tools.entries()) {
    const error = whyNotTool(tool, `tools[${at}]`, maxTools);
    if (error) return { ok: false, error };
  }
  return { ok: true, value: tools.map((tool) => (tool.type === "function" ? { ...unsaid, ...tool } : tool)) };
}

function whyNotTool(tool: unknown, path: string, maxTools: number): ApiError | null {
  const kind = isObject(tool) && typeof tool.type === "string" ? toolSchemas.get(tool.type) : undefined;
  if (
    isObject(tool) &&
    tool.type === "namespace" &&
    Array.isArray(tool.tools) &&
    tool.tools.length > maxTools
  ) {
    return tooMany(`${path}.tools`, "tools", maxTools, tool.tools.length);
  }
  return check(kind ?? HostedTool, tool, path);
}

export function parseToolChoice(choice: unknown): Result<ToolChoice> {
  const error = check(choiceSchema(choice), choice, "tool_choice");
  return error ? { ok: false, error } : { ok: true, value: choice as ToolChoice };
}

function choiceSchema(choice: unknown) {
  if (!isObject(choice)) return ToolChoiceMode;
  return choice.type === "function" || choice.type === "custom" ? NamedToolChoice : HostedTool;
}
