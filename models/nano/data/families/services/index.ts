export { brokenJson, errorCause, errorCauseMadeUp, missingFile, throwNotNull } from "./failures.ts";
export {
  neverSend,
  notFound,
  returnAfterResponse,
  returnInWords,
  throwInWords,
  throwUnlessOk,
} from "./responses.ts";
export { asyncForEach, independentAwaits, releaseAlways, waitBefore } from "./waiting.ts";
