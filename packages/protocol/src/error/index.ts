export { ApiError, ApiErrorBody, ApiErrorType } from "./api-error.ts";
