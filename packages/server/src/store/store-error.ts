/**
 * - `store_in_use`: another server has the file open.
 * - `store_too_new`: a later version of Flint wrote the file.
 * - `store_foreign`: the file is a database of another program.
 * - `store_corrupt`: the file is damaged, or no database at all.
 * - `store_unavailable`: the embedded database has no build for this platform.
 * - `store_failed`: the system refused to read or write; `cause` says why.
 * - `store_full`: its disk, or the memory of a store that several servers share, has no room left.
 * - `store_closed`: the store was used after `close()`.
 * - `store_limit_invalid`: a limit is no whole number, or too small; the message names it.
 *
 * Of a store that several servers share:
 *
 * - `store_address`: its address cannot be read.
 * - `store_unreachable`: it does not answer, or not in time.
 * - `store_busy`: too much waits for it.
 * - `store_denied`: it does not let this user in, or not do what must be done.
 * - `store_read_only`: it is a replica.
 * - `store_unsupported`: it is part of a cluster.
 * - `store_response_over`: another server has ended the response, taking this one for dead.
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

/** A store that does not open, read or write. The message names the remedy. */
export class StoreError extends Error {
  override readonly name = "StoreError";
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
