export {
  countedBody,
  inputOf,
  type ResponsesQuestion,
  responsesBody,
  responsesQuestion,
} from "./responses-question.ts";
export { ResponsesReader, type ResponsesReaderOptions } from "./responses-reader.ts";
export { contentKeyOf } from "./words.ts";
