export { ApiError, type ApiErrorBody, type ApiErrorType } from "./api-error.ts";
