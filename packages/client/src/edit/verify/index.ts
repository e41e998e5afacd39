export { confidenceVerdict } from "./confidence-verdict.ts";
export type { GrammarSource, Parse, SyntaxIssue } from "./syntax-issue.ts";
export type { Verification } from "./verification.ts";
export { verify } from "./verify.ts";
