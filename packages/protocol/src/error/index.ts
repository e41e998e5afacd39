export { ApiError, ApiErrorBody, ApiErrorType, apiError } from "./api-error.ts";
export { type ErrorCode, type ErrorEntry, type ErrorPlace, errorTable } from "./table.ts";
