import { type Static, type TSchema, Type } from "typebox";
import { Nullable } from "./nullable.ts";

export const ItemStatus = Type.Enum(["in_progress", "completed", "incomplete"]);
export type ItemStatus = Static<typeof ItemStatus>;

/** Whether an assistant's message is a working note or the final answer. */
export const MessagePhase = Type.Enum(["commentary", "final_answer"]);
export type MessagePhase = Static<typeof MessagePhase>;

export const InputText = Type.Object({ type: Type.Literal("input_text"), text: Type.String() });
export const InputImage = Type.Object({
  type: Type.Literal("input_image"),
  image_url: Type.Optional(Nullable(Type.String())),
  file_id: Type.Optional(Nullable(Type.String())),
  detail: Type.Optional(Nullable(Type.String())),
});
export const InputFile = Type.Object({
  type: Type.Literal("input_file"),
  file_id: Type.Optional(Nullable(Type.String())),
  file_data: Type.Optional(Nullable(Type.String())),
  file_url: Type.Optional(Nullable(Type.String())),
  filename: Type.Optional(Nullable(Type.String())),
});
export const OutputText = Type.Object({
  type: Type.Literal("output_text"),
  text: Type.String(),
  annotations: Type.Array(Type.Unknown()),
  logprobs: Type.Array(Type.Unknown()),
});
export const Refusal = Type.Object({ type: Type.Literal("refusal"), refusal: Type.String() });
export type InputText = Static<typeof InputText>;
export type InputImage = Static<typeof InputImage>;
export type InputFile = Static<typeof InputFile>;
export type OutputText = Static<typeof OutputText>;
export type Refusal = Static<typeof Refusal>;

/** Output text sent back by a client; there, `annotations` and `logprobs` are optional. */
const ReplayedOutputText = Type.Object({ type: Type.Literal("output_text"), text: Type.String() });
export const MessageContent = Type.Union([InputText, InputImage, InputFile, ReplayedOutputText, Refusal]);
export type MessageContent = Static<typeof MessageContent>;

/** A message sent to the model. `type` may be left out ("easy" form), and `content` may be a plain string. */
export const InputMessage = Type.Object({
  type: Type.Optional(Type.Literal("message")),
  id: Type.Optional(Nullable(Type.String())),
  role: Type.Enum(["user", "assistant", "system", "developer"]),
  content: Type.Union([Type.String(), Type.Array(MessageContent)]),
  status: Type.Optional(Nullable(ItemStatus)),
  phase: Type.Optional(Nullable(MessagePhase)),
});
export type InputMessage = Static<typeof InputMessage>;

export const OutputMessage = Type.Object({
  type: Type.Literal("message"),
  id: Type.String(),
  status: ItemStatus,
  role: Type.Literal("assistant"),
  content: Type.Array(Type.Union([OutputText, Refusal])),
  phase: Type.Optional(MessagePhase),
});
export type OutputMessage = Static<typeof OutputMessage>;

export const FunctionCall = Type.Object({
  type: Type.Literal("function_call"),
  id: Type.Optional(Nullable(Type.String())),
  status: Type.Optional(Nullable(ItemStatus)),
  call_id: Type.String(),
  name: Type.String(),
  arguments: Type.String(),
  namespace: Type.Optional(Nullable(Type.String())),
});
export type FunctionCall = Static<typeof FunctionCall>;

export const CustomToolCall = Type.Object({
  type: Type.Literal("custom_tool_call"),
  id: Type.Optional(Nullable(Type.String())),
  status: Type.Optional(Nullable(ItemStatus)),
  call_id: Type.String(),
  name: Type.String(),
  input: Type.String(),
});
export type CustomToolCall = Static<typeof CustomToolCall>;

const ToolOutput = Type.Union([Type.String(), Type.Array(MessageContent)]);

export const FunctionCallOutput = Type.Object({
  type: Type.Literal("function_call_output"),
  id: Type.Optional(Nullable(Type.String())),
  status: Type.Optional(Nullable(ItemStatus)),
  call_id: Type.String(),
  output: ToolOutput,
});
export type FunctionCallOutput = Static<typeof FunctionCallOutput>;

export const CustomToolCallOutput = Type.Object({
  type: Type.Literal("custom_tool_call_output"),
  id: Type.Optional(Nullable(Type.String())),
  call_id: Type.String(),
  output: ToolOutput,
});
export type CustomToolCallOutput = Static<typeof CustomToolCallOutput>;

/** Nullable, because Codex sends reasoning back with `content` and `encrypted_content` null. */
export const Reasoning = Type.Object({
  type: Type.Literal("reasoning"),
  id: Type.Optional(Nullable(Type.String())),
  status: Type.Optional(Nullable(ItemStatus)),
  summary: Type.Array(Type.Object({ type: Type.Literal("summary_text"), text: Type.String() })),
  content: Type.Optional(
    Nullable(Type.Array(Type.Object({ type: Type.Literal("reasoning_text"), text: Type.String() }))),
  ),
  encrypted_content: Type.Optional(Nullable(Type.String())),
});
export type Reasoning = Static<typeof Reasoning>;

/** A compacted conversation. Only the server can read its content. */
export const Compaction = Type.Object({
  type: Type.Literal("compaction"),
  id: Type.Optional(Nullable(Type.String())),
  encrypted_content: Type.String(),
});
export type Compaction = Static<typeof Compaction>;

/** Refers to an item that the server already has. */
export const ItemReference = Type.Object({ type: Type.Literal("item_reference"), id: Type.String() });
export type ItemReference = Static<typeof ItemReference>;

const opaqueTypes = [
  "additional_tools",
  "apply_patch_call",
  "apply_patch_call_output",
  "code_interpreter_call",
  "compaction_trigger",
  "computer_call",
  "computer_call_output",
  "configuration_update",
  "file_search_call",
  "image_generation_call",
  "local_shell_call",
  "local_shell_call_output",
  "mcp_approval_request",
  "mcp_approval_response",
  "mcp_call",
  "mcp_list_tools",
  "program",
  "program_output",
  "shell_call",
  "shell_call_output",
  "tool_search_call",
  "tool_search_output",
  "web_search_call",
] as const;

/**
 * An item of a type that this server does not process (hosted tool calls, additional_tools, …). It is kept in the chain
 * and passed to the engine unchanged.
 */
export const OpaqueItem = Type.Object({ type: Type.Enum([...opaqueTypes]) });
export type OpaqueItem = Static<typeof OpaqueItem>;

/** Input item schemas by `type`. Validation selects one, so that an error names a single field. */
export const inputItemSchemas = new Map<string, TSchema>([
  ["message", InputMessage],
  ["function_call", FunctionCall],
  ["custom_tool_call", CustomToolCall],
  ["function_call_output", FunctionCallOutput],
  ["custom_tool_call_output", CustomToolCallOutput],
  ["reasoning", Reasoning],
  ["compaction", Compaction],
  ["item_reference", ItemReference],
  ...opaqueTypes.map((type): [string, TSchema] => [type, OpaqueItem]),
]);

export type InputItem =
  | InputMessage
  | FunctionCall
  | CustomToolCall
  | FunctionCallOutput
  | CustomToolCallOutput
  | Reasoning
  | Compaction
  | ItemReference
  | OpaqueItem;

const OutputIdentity = Type.Object({ id: Type.String(), status: ItemStatus });

/** An item of a response's output: ids and status are always present, and nothing is null. */
export const OutputItem = Type.Union([
  OutputMessage,
  Type.Intersect([FunctionCall, OutputIdentity, Type.Object({ namespace: Type.Optional(Type.String()) })]),
  Type.Intersect([CustomToolCall, OutputIdentity]),
  Type.Intersect([Reasoning, Type.Object({ id: Type.String() })]),
  Type.Intersect([Compaction, Type.Object({ id: Type.String() })]),
]);
export type OutputItem = Static<typeof OutputItem>;
