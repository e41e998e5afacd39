import { FAMILIES, type Family } from "../families/index.ts";
import { SCOPE_PHRASINGS, type ScopePhrasings } from "../triples/index.ts";
import { withMore } from "../wordings/index.ts";

/**
 * What people ask of an edit model first, and judge it by: there is more of it in training than its weight says. What is
 * measured on keeps the families' own weights.
 */
const EMPHASIS = new Map([
  ["var-to-let", 2],
  ["then-to-await", 2],
  ["hoist-length", 3],
  ["includes-to-set", 2.5],
  ["filter-includes-to-set", 2],
  ["recursion-to-loop", 3],
  ["make-async", 1.5],
  ["try-log", 1.5],
]);

/** What a teacher of the model is given besides code and a seed. */
export function trainingOptions() {
  return {
    families: trainingFamilies(),
    scope: trainingScope(),
    // So often a second edit is looked for that one triple in nine asks for two.
    twoShare: 0.5,
    madeUpShare: 0.25,
    besideShare: 0.25,
    // Of these, seven in ten have words that can be others: with those of real code, one lesson in seventeen has some.
    beyondAsciiShare: 0.07,
  };
}

/** The families as training has them. */
function trainingFamilies(): readonly Family[] {
  const unknown = [...EMPHASIS.keys()].filter((name) => !FAMILIES.some((one) => one.name === name));
  if (unknown.length > 0) throw new Error(`there is no family ${unknown.join(", ")} to have more of`);
  return FAMILIES.map((one) => ({
    ...one,
    phrasings: withMore(one.name, one.phrasings),
    weight: one.weight * (EMPHASIS.get(one.name) ?? 1),
  }));
}

/** What is beyond the model, as training has it. */
function trainingScope(): ScopePhrasings {
  const entries = Object.entries(SCOPE_PHRASINGS);
  return Object.fromEntries(entries.map(([name, one]) => [name, withMore(name, one)])) as ScopePhrasings;
}
