export type { GrammarSource, Parse, SyntaxIssue } from "./syntax-issue.ts";
export { type Verification, verify } from "./verify.ts";
