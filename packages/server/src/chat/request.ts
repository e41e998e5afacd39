import type {
  ChatMessage,
  ChatRequest,
  ChatResponseFormat,
  ChatTool,
  ChatToolChoice,
  CreateRequest,
  InputItem,
  MessageContent,
  TextFormat,
  Tool,
  ToolChoice,
} from "@flint/protocol";

/** A chat request translated to the Responses API. */
export interface TranslatedRequest {
  readonly request: CreateRequest;
  /** Path in the chat request that each input item comes from. */
  readonly sources: readonly string[];
}

type UserPart = Exclude<Extract<ChatMessage, { role: "user" }>["content"], string>[number];
type Text = string | readonly { readonly text: string }[];

export function responseRequest(chat: ChatRequest): TranslatedRequest {
  const { input, sources } = itemsOf(chat.messages);
  const request: CreateRequest = {
    input,
    store: chat.store ?? false,
    stream: chat.stream ?? false,
    temperature: chat.temperature ?? null,
    top_p: chat.top_p ?? null,
    max_output_tokens: chat.max_completion_tokens ?? chat.max_tokens ?? null,
    parallel_tool_calls: chat.parallel_tool_calls ?? null,
    metadata: chat.metadata ?? null,
    prompt_cache_key: chat.prompt_cache_key ?? null,
    safety_identifier: chat.safety_identifier ?? null,
    service_tier: chat.service_tier ?? null,
    text: { format: formatOf(chat.response_format), verbosity: chat.verbosity ?? null },
    flint: {
      ...(chat.prediction == null ? {} : { prediction: textOf(chat.prediction.content) }),
      ...(chat.stop == null ? {} : { stop: typeof chat.stop === "string" ? [chat.stop] : chat.stop }),
      ...(chat.seed == null ? {} : { seed: chat.seed }),
    },
  };
  if (chat.model !== undefined) request.model = chat.model;
  if (chat.reasoning_effort != null) request.reasoning = { effort: chat.reasoning_effort };
  if (chat.tools != null) request.tools = chat.tools.map(toolOf);
  if (chat.tool_choice != null) request.tool_choice = choiceOf(chat.tool_choice);
  return { request, sources };
}

// ── messages ────────────────────────────────────────────────────────────────────────────────────────────────────

function itemsOf(messages: readonly ChatMessage[]): { input: InputItem[]; sources: string[] } {
  const input: InputItem[] = [];
  const sources: string[] = [];
  const customCalls = new Set<string>();
  for (const [at, message] of messages.entries()) {
    if (message.role === "assistant") {
      for (const call of message.tool_calls ?? []) if (call.type === "custom") customCalls.add(call.id);
    }
    for (const item of messageItems(message, customCalls)) {
      input.push(item);
      sources.push(`messages[${at}]`);
    }
  }
  return { input, sources };
}

function messageItems(message: ChatMessage, customCalls: ReadonlySet<string>): InputItem[] {
  switch (message.role) {
    case "system":
    case "developer":
      return [messageItem(message.role, [{ type: "input_text", text: textOf(message.content) }])];
    case "user":
      return [
        messageItem(
          "user",
          typeof message.content === "string"
            ? [{ type: "input_text", text: message.content }]
            : message.content.map(userPart),
        ),
      ];
    case "assistant":
      return assistantItems(message);
    case "tool": {
      const type = customCalls.has(message.tool_call_id) ? "custom_tool_call_output" : "function_call_output";
      return [{ type, call_id: message.tool_call_id, output: textOf(message.content) }];
    }
  }
}

function messageItem(
  role: "system" | "developer" | "user" | "assistant",
  content: MessageContent[],
): InputItem {
  return { type: "message", role, content };
}

function assistantItems({
  content,
  refusal,
  tool_calls,
}: Extract<ChatMessage, { role: "assistant" }>): InputItem[] {
  const parts: MessageContent[] =
    typeof content === "string"
      ? [{ type: "output_text", text: content }]
      : (content ?? []).map((part) =>
          part.type === "text"
            ? { type: "output_text", text: part.text }
            : { type: "refusal", refusal: part.refusal },
        );
  if (refusal != null && refusal !== "") parts.push({ type: "refusal", refusal });
  const said = parts.some((part) => part.type !== "output_text" || part.text !== "");
  const calls = (tool_calls ?? []).map(
    (call): InputItem =>
      call.type === "function"
        ? { type: "function_call", call_id: call.id, ...call.function }
        : { type: "custom_tool_call", call_id: call.id, ...call.custom },
  );
  return said ? [messageItem("assistant", parts), ...calls] : calls;
}

function userPart(part: UserPart): MessageContent {
  switch (part.type) {
    case "text":
      return { type: "input_text", text: part.text };
    case "image_url":
      return { type: "input_image", image_url: part.image_url.url, detail: part.image_url.detail ?? null };
    case "file":
      return { type: "input_file", ...part.file };
    case "input_audio":
      return { type: "input_file", filename: "the audio" };
  }
}

function textOf(content: Text): string {
  return typeof content === "string" ? content : content.map(({ text }) => text).join("\n");
}

// ── settings ────────────────────────────────────────────────────────────────────────────────────────────────────

function toolOf(tool: ChatTool): Tool {
  if (tool.type === "function") {
    const { name, description, parameters, strict } = tool.function;
    return {
      type: "function",
      name,
      description: description ?? null,
      parameters: parameters ?? null,
      strict: strict ?? null,
    };
  }
  const { format, ...custom } = tool.custom;
  if (format === undefined) return { type: "custom", ...custom };
  return {
    type: "custom",
    ...custom,
    format: format.type === "grammar" ? { type: "grammar", ...format.grammar } : format,
  };
}

function choiceOf(choice: ChatToolChoice): ToolChoice {
  if (typeof choice === "string") return choice;
  switch (choice.type) {
    case "function":
      return { type: "function", name: choice.function.name };
    case "custom":
      return { type: "custom", name: choice.custom.name };
    case "allowed_tools": {
      const { mode, tools } = choice.allowed_tools;
      const allowed = { type: "allowed_tools", mode, tools: tools.map(flatTool) };
      return allowed;
    }
  }
}

/** Converts `{type, function: {name}}` to `{type, name}`. */
function flatTool(tool: Record<string, unknown>): unknown {
  const inner = typeof tool.type === "string" ? tool[tool.type] : undefined;
  return typeof inner === "object" && inner !== null ? { ...inner, type: tool.type } : tool;
}

function formatOf(format: ChatResponseFormat | null | undefined): TextFormat {
  if (format == null) return { type: "text" };
  if (format.type !== "json_schema") return format;
  const { schema = {}, ...rest } = format.json_schema;
  return { type: "json_schema", schema, ...rest };
}
