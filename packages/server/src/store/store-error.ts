/**
 * - `store_in_use`: another server has the file open.
 * - `store_too_new`: a later version of Flint wrote the file.
 * - `store_foreign`: the file or keys belong to another program.
 * - `store_corrupt`: the file is damaged or not a database.
 * - `store_unavailable`: the embedded database has no build for this platform.
 * - `store_failed`: the system refused to read or write; `cause` has the reason.
 * - `store_full`: the disk, or the memory of a shared store, is full.
 * - `store_closed`: the store was used after `close()`.
 * - `store_limit_invalid`: a limit is not a whole number or is too small; the message names it.
 *
 * Only for stores shared by several servers:
 *
 * - `store_address`: the address is invalid.
 * - `store_unreachable`: the store does not respond, or not in time.
 * - `store_busy`: too many commands are waiting.
 * - `store_denied`: the store rejects the credentials, or the user lacks permissions.
 * - `store_read_only`: the store is a replica.
 * - `store_unsupported`: the store is part of a cluster.
 * - `store_response_over`: another server ended the response because it considered this server dead.
 */
export type StoreErrorCode =
  | "store_in_use"
  | "store_too_new"
  | "store_foreign"
  | "store_corrupt"
  | "store_unavailable"
  | "store_failed"
  | "store_closed"
  | "store_limit_invalid"
  | "store_address"
  | "store_unreachable"
  | "store_busy"
  | "store_denied"
  | "store_read_only"
  | "store_full"
  | "store_unsupported"
  | "store_response_over";

/** A failure to open, read or write a store. The message says how to fix it. */
export class StoreError extends Error {
  override readonly name = "StoreError";
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
