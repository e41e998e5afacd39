import { type Static, Type } from "typebox";
import { Nullable, ReasoningEffort } from "../schema/index.ts";

const TextPart = Type.Object({ type: Type.Literal("text"), text: Type.String() });
const RefusalPart = Type.Object({ type: Type.Literal("refusal"), refusal: Type.String() });
const ImagePart = Type.Object({
  type: Type.Literal("image_url"),
  image_url: Type.Object({ url: Type.String(), detail: Type.Optional(Nullable(Type.String())) }),
});
const FilePart = Type.Object({
  type: Type.Literal("file"),
  file: Type.Object({
    file_data: Type.Optional(Type.String()),
    file_id: Type.Optional(Type.String()),
    filename: Type.Optional(Type.String()),
  }),
});
const AudioPart = Type.Object({ type: Type.Literal("input_audio") });

const Text = Type.Union([Type.String(), Type.Array(TextPart)]);
const Name = Type.Optional(Type.String());

const ToolCall = Type.Union([
  Type.Object({
    type: Type.Literal("function"),
    id: Type.String(),
    function: Type.Object({ name: Type.String(), arguments: Type.String() }),
  }),
  Type.Object({
    type: Type.Literal("custom"),
    id: Type.String(),
    custom: Type.Object({ name: Type.String(), input: Type.String() }),
  }),
]);

const SystemMessage = Type.Object({ role: Type.Enum(["system", "developer"]), content: Text, name: Name });
const UserMessage = Type.Object({
  role: Type.Literal("user"),
  content: Type.Union([Type.String(), Type.Array(Type.Union([TextPart, ImagePart, FilePart, AudioPart]))]),
  name: Name,
});
const AssistantMessage = Type.Object({
  role: Type.Literal("assistant"),
  content: Type.Optional(
    Type.Union([Type.String(), Type.Array(Type.Union([TextPart, RefusalPart])), Type.Null()]),
  ),
  refusal: Type.Optional(Nullable(Type.String())),
  tool_calls: Type.Optional(Nullable(Type.Array(ToolCall))),
  name: Name,
});
const ToolMessage = Type.Object({ role: Type.Literal("tool"), tool_call_id: Type.String(), content: Text });

/** Message schemas by `role`. Validation selects one, so that an error names a single field. */
export const messageSchemas = {
  system: SystemMessage,
  developer: SystemMessage,
  user: UserMessage,
  assistant: AssistantMessage,
  tool: ToolMessage,
} as const;

export type ChatMessage =
  | Static<typeof SystemMessage>
  | Static<typeof UserMessage>
  | Static<typeof AssistantMessage>
  | Static<typeof ToolMessage>;

const FunctionTool = Type.Object({
  type: Type.Literal("function"),
  function: Type.Object({
    name: Type.String({ minLength: 1 }),
    description: Type.Optional(Type.String()),
    parameters: Type.Optional(Nullable(Type.Record(Type.String(), Type.Unknown()))),
    strict: Type.Optional(Nullable(Type.Boolean())),
  }),
});
const CustomTool = Type.Object({
  type: Type.Literal("custom"),
  custom: Type.Object({
    name: Type.String({ minLength: 1 }),
    description: Type.Optional(Type.String()),
    format: Type.Optional(
      Type.Union([
        Type.Object({ type: Type.Literal("text") }),
        Type.Object({
          type: Type.Literal("grammar"),
          grammar: Type.Object({ syntax: Type.Enum(["lark", "regex"]), definition: Type.String() }),
        }),
      ]),
    ),
  }),
});
const ChatTool = Type.Union([FunctionTool, CustomTool]);
export type ChatTool = Static<typeof ChatTool>;

const ToolChoice = Type.Union([
  Type.Object({ type: Type.Literal("function"), function: Type.Object({ name: Type.String() }) }),
  Type.Object({ type: Type.Literal("custom"), custom: Type.Object({ name: Type.String() }) }),
  Type.Object({
    type: Type.Literal("allowed_tools"),
    allowed_tools: Type.Object({
      mode: Type.Enum(["auto", "required"]),
      tools: Type.Array(Type.Record(Type.String(), Type.Unknown())),
    }),
  }),
  Type.Enum(["none", "auto", "required"]),
]);
export type ChatToolChoice = Static<typeof ToolChoice>;

const ResponseFormat = Type.Union([
  Type.Object({ type: Type.Literal("text") }),
  Type.Object({ type: Type.Literal("json_object") }),
  Type.Object({
    type: Type.Literal("json_schema"),
    json_schema: Type.Object({
      name: Type.String(),
      description: Type.Optional(Type.String()),
      schema: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
      strict: Type.Optional(Nullable(Type.Boolean())),
    }),
  }),
]);
export type ChatResponseFormat = Static<typeof ResponseFormat>;

const TokenCount = Type.Integer({ minimum: 1 });

/** The fields of `POST /v1/chat/completions` except `messages`. */
export const ChatFields = Type.Object({
  model: Type.Optional(Nullable(Type.String({ minLength: 1 }))),
  stream: Type.Optional(Nullable(Type.Boolean())),
  stream_options: Type.Optional(
    Nullable(Type.Object({ include_usage: Type.Optional(Nullable(Type.Boolean())) })),
  ),
  max_completion_tokens: Type.Optional(Nullable(TokenCount)),
  max_tokens: Type.Optional(Nullable(TokenCount)),
  temperature: Type.Optional(Nullable(Type.Number({ minimum: 0, maximum: 2 }))),
  top_p: Type.Optional(Nullable(Type.Number({ minimum: 0, maximum: 1 }))),
  seed: Type.Optional(Nullable(Type.Integer())),
  stop: Type.Optional(Nullable(Type.Union([Type.String(), Type.Array(Type.String())]))),
  n: Type.Optional(Nullable(Type.Integer({ minimum: 1 }))),
  tools: Type.Optional(Nullable(Type.Array(ChatTool))),
  tool_choice: Type.Optional(Nullable(ToolChoice)),
  parallel_tool_calls: Type.Optional(Nullable(Type.Boolean())),
  response_format: Type.Optional(Nullable(ResponseFormat)),
  prediction: Type.Optional(Nullable(Type.Object({ type: Type.Literal("content"), content: Text }))),
  reasoning_effort: Type.Optional(Nullable(ReasoningEffort)),
  verbosity: Type.Optional(Nullable(Type.Enum(["low", "medium", "high"]))),
  metadata: Type.Optional(Nullable(Type.Record(Type.String(), Type.String()))),
  store: Type.Optional(Nullable(Type.Boolean())),
  prompt_cache_key: Type.Optional(Nullable(Type.String())),
  safety_identifier: Type.Optional(Nullable(Type.String())),
  service_tier: Type.Optional(Nullable(Type.String())),
});

/** A validated request, without unknown fields. */
export type ChatRequest = Static<typeof ChatFields> & { messages: readonly ChatMessage[] };
