import type { ModelInfo, PromptItem, PromptLink } from "@flint/engine";
import { type ApiError, apiError, type CreateRequest, type Tool, type ToolChoice } from "@flint/protocol";

/**
 * Returns the error if the request requires a call that cannot be made; null otherwise. That is the case if it has only
 * hosted tools, such as `web_search`, and neither this server nor one behind the engine runs them. Tools added within
 * the conversation are assumed to be callable.
 */
export function whyUncallable(
  { tools = [], tool_choice: choice, input }: CreateRequest,
  { model, tip }: { readonly model: ModelInfo; readonly tip: PromptLink | null },
): ApiError | null {
  if (!isRequired(choice) || tools.length === 0 || tools.some(isCallable)) return null;
  const { tools: takesTools, hostedTools = false } = model.capabilities;
  if (hostedTools || !takesTools || addsTools(input)) return null;
  for (let link = tip; link !== null; link = link.parent) if (addsTools(link.items)) return null;
  const kinds = [...new Set(tools.map(({ type }) => type))].join(", ");
  const message = `\`tool_choice\`: \`required\` asks for a call, and \`tools\` has hosted ones alone (${kinds}), which nobody runs for ${model.id}: declare a function or a custom tool, or choose \`auto\``;
  return apiError("tool_not_found", message, "tool_choice");
}

function isRequired(choice: ToolChoice | undefined): boolean {
  if (typeof choice !== "object") return choice === "required";
  return choice.type === "allowed_tools" && "mode" in choice && choice.mode === "required";
}

function isCallable(tool: Tool): boolean {
  if (tool.type === "namespace") return "tools" in tool && Array.isArray(tool.tools) && tool.tools.length > 0;
  return tool.type === "function" || tool.type === "custom";
}

function addsTools(items: readonly PromptItem[]): boolean {
  return items.some(({ type }) => type === "additional_tools");
}
