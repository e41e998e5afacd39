export {
  type AnswerConstraint,
  type AnswerContent,
  type AnswerWriting,
  answerGrammar,
  cacheGrammar,
  formatConstraint,
  isConstrained,
  keyOf,
  WITHOUT_CALLS,
} from "./answer-grammar.ts";
export type { CallGrammar } from "./call-grammar.ts";
