/**
 * - `port_in_use`: another program listens on the port.
 * - `port_forbidden`: the system does not let this user listen on the port.
 * - `host_needs_keys`: beyond loopback the server requires API keys.
 * - `keys_unreadable`: the key file cannot be read or changed, is damaged, or is writable by others.
 * - `model_not_found`: `defaultModel` is not among the engine's models.
 * - `limit_invalid`: one of `limits` is not a whole number.
 * - `secret_too_short`: `secret` is easy to guess.
 * - `usage_unreadable`: the usage file cannot be read or is damaged.
 * - `usage_unwritable`: the folder of the usage file cannot be created.
 * - `page_unreadable`: the `page` folder does not exist, has no `index.html`, or is too large.
 * - `listen_failed`: any other system error, in `cause`.
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

/** A reason why the server did not start. The message says how to fix it. */
export class ServerError extends Error {
  override readonly name = "ServerError";
  readonly code: ServerErrorCode;

  constructor(code: ServerErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
