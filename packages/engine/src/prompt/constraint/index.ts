export {
  type AnswerConstraint,
  type AnswerContent,
  type AnswerWriting,
  answerGrammar,
  formGrammar,
  isConstrained,
} from "./answer-grammar.ts";
export type { CallGrammar } from "./call-grammar.ts";
