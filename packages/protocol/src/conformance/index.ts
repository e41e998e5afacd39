/**
 * Holds what a server sends against this package's own schemas and against the neutral Open Responses schema.
 * For tests: it is not part of the published package.
 * @module
 */
export { assertCompactionConforms, assertConforms, assertResponseConforms } from "./assert.ts";
export { assertStreamConforms } from "./stream.ts";
