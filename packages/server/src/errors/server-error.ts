/**
 * - `port_in_use`: something else listens there.
 * - `port_forbidden`: the system does not let this user listen there.
 * - `host_needs_keys`: beyond loopback the server listens only where requests take a key.
 * - `keys_unreadable`: the file of keys cannot be read or changed, is damaged, or others may write it.
 * - `model_not_found`: `defaultModel` is not among the engine's models.
 * - `limit_invalid`: one of `limits` is no whole number.
 * - `secret_too_short`: `secret` is easy to guess.
 * - `usage_unreadable`: the file of usage cannot be read, or is damaged.
 * - `usage_unwritable`: the folder of the file of usage cannot be made.
 * - `page_unreadable`: the folder that `page` names is not there, holds no `index.html`, or is too large.
 * - `listen_failed`: any other refusal of the system, told in `cause`.
 */
export type ServerErrorCode =
  | "port_in_use"
  | "port_forbidden"
  | "host_needs_keys"
  | "keys_unreadable"
  | "model_not_found"
  | "limit_invalid"
  | "secret_too_short"
  | "usage_unreadable"
  | "usage_unwritable"
  | "page_unreadable"
  | "listen_failed";

/** Why a server did not start. The message names the remedy. */
export class ServerError extends Error {
  override readonly name = "ServerError";
  readonly code: ServerErrorCode;

  constructor(code: ServerErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
