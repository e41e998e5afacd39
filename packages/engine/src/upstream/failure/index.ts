export { failureOf, type Refusal, type RequestContext } from "./failure.ts";
export type { RefusedField } from "./refused-field.ts";
export { headersWithin, statusWithin } from "./stream-error.ts";
export { UpstreamFailure } from "./upstream-failure.ts";
export { shortened } from "./words.ts";
