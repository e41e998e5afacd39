import type { Parse, SyntaxIssue } from "./syntax-issue.ts";

/** What may stand around a piece of code that is no program of its own: methods, as a person cuts them out of a class. */
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

/** The context in which the code parses, found at the first one that does; that of a program, and false, where none does. */
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

/** Lines that stand before the code. */
export function linesBefore({ before }: CodeContext): number {
  return before.split("\n").length - 1;
}

/** What is wrong with code in its context, by the code's own lines. */
export function issuesWithin(code: string, context: CodeContext, parse: Parse): SyntaxIssue[] {
  const last = code.split("\n").length;
  return parse(within(code, context)).map((issue) => ({
    ...issue,
    line: Math.min(Math.max(issue.line - linesBefore(context), 1), last),
  }));
}
