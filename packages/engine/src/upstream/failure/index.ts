export { type Asked, failureOf, type Refusal } from "./failure.ts";
export type { RefusedField } from "./refused-field.ts";
export { headersWithin, statusWithin } from "./stream-error.ts";
export { UpstreamFailure } from "./upstream-failure.ts";
export { shortened } from "./words.ts";
