/**
 * The vitest conformance suite for every {@link ResponseStore}.
 * @module
 */
export type { ConformanceOptions } from "./options.ts";
export { storeConformance } from "./store-conformance.ts";
