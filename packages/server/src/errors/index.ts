export { apiErrorOf, type EngineFailure, engineFailures, responseErrorOf } from "./engine-failure.ts";
export { levelOf, logged } from "./logged.ts";
export { ServerError, type ServerErrorCode } from "./server-error.ts";
