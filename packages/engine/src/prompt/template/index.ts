export {
  type ChatTemplate,
  type ChatTemplateOptions,
  firstLine,
  parseTemplate,
  type TemplateCall,
  type TemplateMessage,
  type TemplateTool,
  type ThinkingVariables,
} from "./chat-template.ts";
export { Slots } from "./slots.ts";
export { type CallTraits, type TemplateTraits, templateTraits } from "./template-traits.ts";
