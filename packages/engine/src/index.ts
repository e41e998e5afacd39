/**
 * The Engine contract, and the engines that keep it.
 * @module
 */
export * from "./contract/index.ts";
export {
  type ChatFormatOptions,
  chatFormat,
  formatFor,
  nanoFormat,
  type OutputParser,
  type ParsedText,
  type PromptFormat,
  type PromptMetadata,
  type PromptSegment,
  type PromptText,
} from "./prompt/index.ts";
