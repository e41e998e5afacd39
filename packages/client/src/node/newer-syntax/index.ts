import { OTHERS } from "./others.ts";
import { type Rewrite, rewritten } from "./rewrite.ts";
import { JAVASCRIPT, TYPESCRIPT } from "./scripts.ts";

const REWRITES: ReadonlyMap<string, readonly Rewrite[]> = new Map([
  ...OTHERS,
  ["javascript", JAVASCRIPT],
  ["typescript", TYPESCRIPT],
  ["tsx", TYPESCRIPT],
]);

/**
 * The code with what its grammar does not know yet read as something that it knows. As long as the code and with its
 * lines, so that positions in one are those in the other; meant to be parsed, and only where the code itself does not.
 */
export function inKnownSyntax(code: string, grammar: string): string {
  return rewritten(code, REWRITES.get(grammar) ?? []);
}
