/**
 * - `store_in_use`: another server has the file open.
 * - `store_too_new`: a later version of Flint wrote the file.
 * - `store_foreign`: the file is a database of another program.
 * - `store_corrupt`: the file is damaged, or no database at all.
 * - `store_unavailable`: the embedded database has no build for this platform.
 * - `store_failed`: the system refused to read or write; `cause` says why.
 * - `store_closed`: the store was used after `close()`.
 */
export type StoreErrorCode =
  | "store_in_use"
  | "store_too_new"
  | "store_foreign"
  | "store_corrupt"
  | "store_unavailable"
  | "store_failed"
  | "store_closed";

/** A store that does not open, read or write. The message names the remedy. */
export class StoreError extends Error {
  override readonly name = "StoreError";
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
