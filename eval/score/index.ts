export type { Attempt, Outcome } from "./attempt.ts";
export { judge, judgeWithoutAnswer } from "./score.ts";
export { type Summary, summarize, summarizeBy } from "./summary.ts";
