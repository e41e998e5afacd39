export { type ChatQuestion, chatBody, chatQuestion } from "./chat-question.ts";
export { ChatReader, type ChatReaderOptions } from "./chat-reader.ts";
