/**
 * The suite that every Engine adapter passes. It runs in vitest.
 * @module
 */
export { type Edit, type EditConformanceOptions, editConformance } from "./edit-conformance.ts";
export { engineConformance, steeringConformance } from "./engine-conformance.ts";
export type { ConformanceOptions, ConformanceTraits } from "./options.ts";
