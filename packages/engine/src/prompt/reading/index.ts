export { type Answer, beginCall, type CallSyntax } from "./answer.ts";
export { AnswerParser } from "./answer-parser.ts";
export { NamedArguments, readArguments } from "./arguments.ts";
export { readCallObjects } from "./call-object.ts";
export { type ReasoningTags, readChatAnswer, THINK } from "./chat-answer.ts";
export type { Reading } from "./source.ts";
export { TAGGED_FUNCTION } from "./tagged-function.ts";
export { TAGGED_JSON } from "./tagged-json.ts";
