/**
 * Checks a server's output against this package's schemas and the neutral Open Responses schema. For tests; not part of
 * the published package.
 * @module
 */
export { assertCompactionConforms, assertConforms, assertResponseConforms } from "./assert.ts";
export { assertStreamConforms } from "./stream.ts";
