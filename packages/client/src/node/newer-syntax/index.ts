import { OTHERS } from "./others.ts";
import { applyRewrites, type Rewrite } from "./rewrite.ts";
import { JAVASCRIPT, TYPESCRIPT } from "./scripts.ts";

const REWRITES: ReadonlyMap<string, readonly Rewrite[]> = new Map([
  ...OTHERS,
  ["javascript", JAVASCRIPT],
  ["typescript", TYPESCRIPT],
  ["tsx", TYPESCRIPT],
]);

/**
 * Returns the code with syntax that the grammar does not know yet replaced by syntax that it knows. The result has the
 * same length and lines, so positions are equal. For parsing, and only if the code itself does not parse.
 */
export function inKnownSyntax(code: string, grammar: string): string {
  return applyRewrites(code, REWRITES.get(grammar) ?? []);
}
