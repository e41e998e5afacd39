/**
 * The suite that every {@link ResponseStore} passes. It runs in vitest.
 * @module
 */
export type { ConformanceOptions } from "./options.ts";
export { storeConformance } from "./store-conformance.ts";
