/**
 * - `model_not_found`: no such model; the message lists the available ones.
 * - `model_unreadable`: the weights are missing, corrupt or of an unknown kind.
 * - `out_of_memory`: the model does not fit into memory; the message says by how much, and what would fit.
 * - `context_length_exceeded`: prompt (and answer) do not fit; the message says by how much.
 * - `prompt_unsupported`: the model does not support this prompt (images, or a missing piece of code).
 * - `answer_invalid`: the model's output is not a valid answer; the message says why.
 * - `engine_busy`: no sequence is free.
 * - `engine_crashed`: the engine's process ended, by itself or to be replaced; the next call starts a new one.
 * - `engine_closed`: the engine was closed by its owner.
 * - `aborted`: the caller's signal fired.
 * - `rate_limited`, `upstream_failed`: reported by the upstream server.
 */
export type EngineErrorCode =
  | "model_not_found"
  | "model_unreadable"
  | "out_of_memory"
  | "context_length_exceeded"
  | "prompt_unsupported"
  | "answer_invalid"
  | "engine_busy"
  | "engine_crashed"
  | "engine_closed"
  | "aborted"
  | "rate_limited"
  | "upstream_failed";

export interface EngineErrorOptions extends ErrorOptions {
  /** Milliseconds after which a retry makes sense; null if unknown. */
  readonly retryAfter?: number | null;
  /** The part of the message that quotes another server. Default: none. */
  readonly quoted?: string;
}

/** An expected failure of an engine. Anything else that an engine throws is a bug. */
export class EngineError extends Error {
  override readonly name = "EngineError";
  readonly code: EngineErrorCode;
  readonly retryAfter: number | null;
  readonly #quoted: string;

  constructor(code: EngineErrorCode, message: string, options: EngineErrorOptions = {}) {
    super(message, "cause" in options ? { cause: options.cause } : undefined);
    this.code = code;
    this.retryAfter = options.retryAfter ?? null;
    this.#quoted = options.quoted ?? "";
    // Reading the stack makes V8 release the receivers of the functions on it. These errors may be kept as values for
    // as long as a conversation, and each would otherwise retain the conversation in which it was created.
    void this.stack;
  }

  /** The message for logs, without quotes from another server, which may repeat a prompt or a key. */
  get unquoted(): string {
    return this.#quoted === "" ? this.message : this.message.replaceAll(this.#quoted, "…");
  }
}
