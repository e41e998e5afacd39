export { type ChatFormatOptions, chatFormat } from "./chat-format.ts";
export type { OutputParser, ParsedText, PromptFormat, PromptSegment, PromptText } from "./format.ts";
export { formatFor, type PromptMetadata } from "./format-for.ts";
export { nanoFormat } from "./nano-format.ts";
