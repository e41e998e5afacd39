export { type ChatFormatOptions, chatFormat } from "./chat-format.ts";
export { itemsOf, itemsSince } from "./conversation.ts";
export type {
  Origin,
  OutputParser,
  ParsedText,
  PromptFormat,
  PromptSegment,
  PromptText,
  RenderedPrompt,
} from "./format.ts";
export { formatFor, type PromptMetadata, promptCapabilities } from "./format-for.ts";
export { type GrammarJob, translateGrammar } from "./grammar-aside.ts";
export { type NanoOptions, nanoFormat } from "./nano/index.ts";
export { allowedTools, INPUT, isCallRequired, type OfferedTool, ToolSet } from "./tools/index.ts";
export { type AssistantTurn, type Conversation, conversationOf, type Turn } from "./turns.ts";
