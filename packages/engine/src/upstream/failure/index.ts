export { type Asked, failureOf, type Refusal } from "./failure.ts";
export type { RefusedField } from "./refused-field.ts";
export { type Asked, failureOf, headersWithin, type Refusal, shortened, statusWithin } from "./status.ts";
export { UpstreamFailure } from "./upstream-failure.ts";
