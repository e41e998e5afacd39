export { hasPlace, textOf, withSummary } from "./print.ts";
export { type Summary, summaryOf } from "./summary.ts";
