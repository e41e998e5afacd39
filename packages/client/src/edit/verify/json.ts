import type { Parse } from "./syntax-issue.ts";

/** Parses JSON with the platform's own parser. */
export const parseJson: Parse = (code) => {
  try {
    JSON.parse(code.startsWith("\uFEFF") ? code.slice(1) : code);
    return [];
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    // If V8 gives no position, the text ended too early.
    const position = Number(/position (\d+)/.exec(message)?.[1] ?? code.length);
    const before = code.slice(0, position).split("\n");
    return [{ line: before.length, column: (before.at(-1)?.length ?? 0) + 1, message }];
  }
};
