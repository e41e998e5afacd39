export type { Attempt, Outcome } from "./attempt.ts";
export { judge, unanswered } from "./score.ts";
export { type Summary, summarize, summarizeBy } from "./summary.ts";
