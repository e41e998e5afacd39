import { FAMILIES, type Family } from "../families/index.ts";
import { SCOPE_PHRASINGS, type ScopePhrasings } from "../triples/index.ts";
import { withMore } from "../wordings/index.ts";

/**
 * Factors for the edits that people ask for first and judge the model by: training has more of them than their weight
 * says. Measurements keep the families' own weights.
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

/** Returns a teacher's options for training, except code and seed. */
export function trainingOptions() {
  return {
    families: trainingFamilies(),
    scope: trainingScope(),
    // Half of all attempts, because few succeed: one triple in nine then asks for two edits.
    twoShare: 0.5,
    madeUpShare: 0.25,
    besideShare: 0.25,
    // Only some triples have words that can be replaced; including those of real code, one triple in seventeen gets
    // some.
    beyondAsciiShare: 0.07,
  };
}

/** Returns the families with more wordings and weights for training. */
function trainingFamilies(): readonly Family[] {
  const unknown = [...EMPHASIS.keys()].filter((name) => !FAMILIES.some((one) => one.name === name));
  if (unknown.length > 0) throw new Error(`EMPHASIS has unknown families: ${unknown.join(", ")}`);
  return FAMILIES.map((one) => ({
    ...one,
    phrasings: withMore(one.name, one.phrasings),
    weight: one.weight * (EMPHASIS.get(one.name) ?? 1),
  }));
}

/** Returns the wordings of out-of-scope requests for training. */
function trainingScope(): ScopePhrasings {
  const entries = Object.entries(SCOPE_PHRASINGS);
  return Object.fromEntries(entries.map(([name, one]) => [name, withMore(name, one)])) as ScopePhrasings;
}
