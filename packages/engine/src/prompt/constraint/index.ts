export {
  type AnswerConstraint,
  type AnswerContent,
  type AnswerWriting,
  answerGrammar,
  formConstraint,
  isConstrained,
  keepGrammar,
  keyOf,
  WITHOUT_CALLS,
} from "./answer-grammar.ts";
export type { CallGrammar } from "./call-grammar.ts";
