export { ApiError, apiError, retryHeaders } from "./api-error.ts";
export { ApiErrorBody, ApiErrorType } from "./api-error-body.ts";
export { messageTooLong } from "./message-too-long.ts";
export { type ErrorCode, type ErrorEntry, type ErrorPlace, errorTable } from "./table.ts";
