export { type Asked, failureOf, type Refusal, statusWithin } from "./status.ts";
export { UpstreamFailure } from "./upstream-failure.ts";
