import type { Parse, SyntaxIssue } from "./syntax-issue.ts";

/** Code around a fragment that is not a program by itself, such as methods copied out of a class. */
export interface CodeContext {
  readonly before: string;
  readonly after: string;
}

const ALONE: CodeContext = { before: "", after: "" };

const CONTEXTS: ReadonlyMap<string, readonly CodeContext[]> = new Map(
  ["javascript", "typescript", "tsx"].map((language) => [
    language,
    [
      { before: "class _ {\n", after: "\n}" },
      { before: "({\n", after: "\n})" },
    ],
  ]),
);

/** Returns the first context in which the code parses; if there is none, that of a program, and false. */
export function contextOf(
  code: string,
  language: string,
  parse: Parse,
): { readonly context: CodeContext; readonly parses: boolean } {
  const contexts = [ALONE, ...(CONTEXTS.get(language) ?? [])];
  const context = contexts.find((one) => parse(within(code, one)).length === 0);
  return { context: context ?? ALONE, parses: context !== undefined };
}

export function within(code: string, { before, after }: CodeContext): string {
  return before + code + after;
}

/** Returns the number of lines before the code. */
export function linesBefore({ before }: CodeContext): number {
  return before.split("\n").length - 1;
}

/** Returns the issues of code in its context, with the code's own line numbers. */
export function issuesWithin(code: string, context: CodeContext, parse: Parse): SyntaxIssue[] {
  const last = code.split("\n").length;
  return parse(within(code, context)).map((issue) => ({
    ...issue,
    line: Math.min(Math.max(issue.line - linesBefore(context), 1), last),
  }));
}
