import type { ApiError } from "../error/index.ts";

/** A value, or an error to send to the client. */
export type Result<T> = { ok: true; value: T } | { ok: false; error: ApiError };
