import type { Addon, AddonGrammar, AddonGrammarState, AddonModel } from "./addon-types.ts";

/** Grammars to keep. Each is its text, of up to a MiB. */
const KEPT = 8;
const checked = new WeakMap<Addon, Map<string, AddonGrammar>>();

/**
 * Returns the grammar state of an answer that begins. Throws if the grammar is invalid.
 *
 * llama.cpp parses a text once to check it, and again for each state. The check is done once: conversations use the
 * same grammar in every turn. Copying a state takes longer than parsing, as llama.cpp searches all rules for each
 * element of a stack.
 */
export function grammarState(addon: Addon, model: AddonModel, gbnf: string): AddonGrammarState {
  const known = checked.get(addon) ?? new Map<string, AddonGrammar>();
  checked.set(addon, known);
  const grammar = known.get(gbnf) ?? new addon.AddonGrammar(gbnf, { addonExports: addon });
  // The latest is the last.
  known.delete(gbnf);
  known.set(gbnf, grammar);
  const [oldest = ""] = known.keys();
  if (known.size > KEPT) known.delete(oldest);
  return new addon.AddonGrammarEvaluationState(model, grammar);
}
