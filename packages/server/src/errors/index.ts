export { apiErrorOf, responseErrorOf } from "./engine-failure.ts";
export { ServerError, type ServerErrorCode } from "./server-error.ts";
