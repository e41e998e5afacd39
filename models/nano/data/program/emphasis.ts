import { FAMILIES, type Family } from "../families/index.ts";

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
  ["recursion-to-loop", 2],
  ["make-async", 1.5],
  ["try-log", 1.5],
]);

/** The families as training has them. */
export function emphasised(): readonly Family[] {
  const unknown = [...EMPHASIS.keys()].filter((name) => !FAMILIES.some((one) => one.name === name));
  if (unknown.length > 0) throw new Error(`there is no family ${unknown.join(", ")} to have more of`);
  return FAMILIES.map((one) => ({ ...one, weight: one.weight * (EMPHASIS.get(one.name) ?? 1) }));
}
