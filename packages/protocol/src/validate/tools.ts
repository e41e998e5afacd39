import type { Static } from "typebox";
import { type ApiError, apiError } from "../error/index.ts";
import {
  type CreateRequest,
  HostedTool,
  NamedToolChoice,
  type Tool,
  type ToolChoice,
  ToolChoiceMode,
  toolSchemas,
} from "../schema/index.ts";
import { check } from "./check.ts";
import { tooMany } from "./input.ts";
import { isObject, isSameJson, refuseType } from "./json.ts";
import type { Result } from "./result.ts";

/** Defaults for the echo of a function tool. */
const functionDefaults = { description: null, parameters: null, strict: null };

interface ValidatedTools {
  readonly maxTools: number;
  readonly given: readonly unknown[];
  readonly value: readonly Tool[];
}

/** Cache of validated lists, most recently used first: clients send the same tools with every request. */
const validatedLists: ValidatedTools[] = [];
const MAX_CACHED_LISTS = 64;
/** The longest list to cache, in characters of JSON. */
const MAX_CACHED_LENGTH = 64 * 1024;

/**
 * Validates `tools`. Functions are returned with all fields; tools of unknown types are run by another party and pass
 * unchanged. Equal tools usually give the same list object, so callers can cache what they derive from it.
 */
export function parseTools(tools: unknown, maxTools: number): Result<readonly Tool[]> {
  if (!Array.isArray(tools)) {
    return { ok: false, error: refuseType("tools", "a list of tools", tools) };
  }
  if (tools.length > maxTools) return { ok: false, error: tooMany("tools", "tools", maxTools, tools.length) };
  const known = findValidated(tools, maxTools);
  if (known !== null) return { ok: true, value: known };
  for (const [at, tool] of tools.entries()) {
    const error = whyNotTool(tool, `tools[${at}]`, maxTools);
    if (error) return { ok: false, error };
  }
  const value = tools.map(withAllFields);
  if (JSON.stringify(tools).length <= MAX_CACHED_LENGTH)
    validatedLists.unshift({ maxTools, given: tools, value });
  if (validatedLists.length > MAX_CACHED_LISTS) validatedLists.pop();
  return { ok: true, value };
}

function findValidated(tools: readonly unknown[], maxTools: number): readonly Tool[] | null {
  const at = validatedLists.findIndex((list) => list.maxTools === maxTools && isSameJson(list.given, tools));
  const [found] = at > 0 ? validatedLists.splice(at, 1) : [validatedLists[at]];
  if (found === undefined) return null;
  if (at > 0) validatedLists.unshift(found);
  return found.value;
}

function withAllFields(tool: Tool): Tool {
  return tool.type === "function" ? { ...functionDefaults, ...tool } : tool;
}

function whyNotTool(tool: unknown, path: string, maxTools: number): ApiError | null {
  const kind = isObject(tool) && typeof tool.type === "string" ? toolSchemas.get(tool.type) : undefined;
  return whyTooManyWithin(tool, path, maxTools) ?? check(kind ?? HostedTool, tool, path);
}

/** Returns an error if the input's `additional_tools` items have more tools in total than the limit. */
export function whyTooManyAdded(input: CreateRequest["input"], maxTools: number): ApiError | null {
  let count = 0;
  for (const [at, item] of input.entries()) {
    if (item.type !== "additional_tools" || !("tools" in item) || !Array.isArray(item.tools)) continue;
    const path = `input[${at}].tools`;
    count += item.tools.length;
    if (count > maxTools) return tooMany(path, "tools", maxTools, count);
    for (const [nth, tool] of item.tools.entries()) {
      const error = whyTooManyWithin(tool, `${path}[${nth}]`, maxTools);
      if (error) return error;
    }
  }
  return null;
}

/** Returns an error if a namespace has more tools than the limit. */
function whyTooManyWithin(tool: unknown, path: string, maxTools: number): ApiError | null {
  if (!isObject(tool) || tool.type !== "namespace" || !Array.isArray(tool.tools)) return null;
  return tool.tools.length > maxTools ? tooMany(`${path}.tools`, "tools", maxTools, tool.tools.length) : null;
}

export function parseToolChoice(choice: unknown): Result<ToolChoice> {
  const error = check(choiceSchema(choice), choice, "tool_choice");
  return error ? { ok: false, error } : { ok: true, value: choice as ToolChoice };
}

function choiceSchema(choice: unknown) {
  if (!isObject(choice)) return ToolChoiceMode;
  return choice.type === "function" || choice.type === "custom" ? NamedToolChoice : HostedTool;
}

/**
 * Returns an error if the tool choice is impossible: it names an undeclared tool or the wrong type, or requires a call
 * without tools. A continuation, and input with `additional_tools`, may have tools that this request does not declare,
 * and are not checked.
 */
export function whyNotDeclared(choice: ToolChoice, request: CreateRequest): ApiError | null {
  if (request.previous_response_id != null) return null;
  if (request.input.some((item) => item.type === "additional_tools")) return null;
  const tools = request.tools ?? [];
  const declared = tools.flatMap(namedTools);
  for (const { type, name } of namedByChoice(choice)) {
    // A namespace's name allows all its tools.
    if (tools.some((tool) => tool.type === "namespace" && "name" in tool && tool.name === name)) continue;
    const kinds = declared.filter((tool) => tool.name === name).map((tool) => tool.type);
    if (kinds.length === 0)
      return notFound(`no tool \`${name}\` is declared in \`tools\`, ${known(declared)}`);
    const [kind] = kinds;
    if (isCallable(type) && isCallable(kind) && !kinds.includes(type)) {
      return notFound(
        `\`tools\` declares \`${name}\` as \`${kind}\`, not as \`${type}\`: choose it by that type`,
      );
    }
  }
  if (choice !== "required" || tools.length > 0) return null;
  return notFound("`required` asks for a call, and no tool is declared in `tools`");
}

function notFound(message: string): ApiError {
  return apiError("tool_not_found", `\`tool_choice\`: ${message}`, "tool_choice");
}

interface Named {
  readonly type: unknown;
  readonly name: string;
}

function known(declared: readonly Named[]): string {
  return declared.length === 0
    ? "there are none"
    : `there are: ${declared.map(({ name }) => name).join(", ")}`;
}

/** Returns the tools that the choice names. Hosted tools have no names. */
function namedByChoice(choice: ToolChoice): readonly Named[] {
  if (typeof choice === "string") return [];
  if (isNamed(choice)) return [choice];
  if (choice.type !== "allowed_tools" || !("tools" in choice) || !Array.isArray(choice.tools)) return [];
  return choice.tools.flatMap((tool: unknown) =>
    isObject(tool) && typeof tool.name === "string" ? [{ type: tool.type, name: tool.name }] : [],
  );
}

function isNamed(choice: Exclude<ToolChoice, string>): choice is Static<typeof NamedToolChoice> {
  return isCallable(choice.type);
}

/** Whether the model calls tools of this type by name: functions with JSON arguments, custom tools with text. */
function isCallable(type: unknown): boolean {
  return type === "function" || type === "custom";
}

function namedTools(tool: Tool): readonly Named[] {
  if (tool.type === "namespace" && "tools" in tool) return tool.tools.flatMap(namedTools);
  return "name" in tool ? [tool] : [];
}
