import type { ApiError } from "../error/index.ts";

/** A value, or the error that a client is told instead. */
export type Result<T> = { ok: true; value: T } | { ok: false; error: ApiError };
