export { apiErrorOf, type EngineFailure, engineFailures, responseErrorOf } from "./engine-failure.ts";
export { logFieldsOf, logLevelOf } from "./log-fields.ts";
export { ServerError, type ServerErrorCode } from "./server-error.ts";
