export type {
  ChatAnswer,
  ChatCompletion,
  ChatCompletionChunk,
  ChatDelta,
  ChatFinishReason,
  ChatToolCall,
  ChatUsage,
} from "./completion.ts";
export { parseChatRequest } from "./parse.ts";
export type {
  ChatMessage,
  ChatRequest,
  ChatResponseFormat,
  ChatTool,
  ChatToolChoice,
} from "./schema.ts";
