export { type Asked, failureOf, headersWithin, type Refusal, statusWithin } from "./status.ts";
export { UpstreamFailure } from "./upstream-failure.ts";
