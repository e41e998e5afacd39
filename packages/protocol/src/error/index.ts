export { ApiError, ApiErrorBody, ApiErrorType, apiError, retryHeaders } from "./api-error.ts";
export { type ErrorCode, type ErrorEntry, type ErrorPlace, errorTable } from "./table.ts";
