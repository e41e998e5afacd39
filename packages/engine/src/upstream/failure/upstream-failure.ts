import { EngineError, type EngineErrorCode } from "../../contract/index.ts";
import type { RefusedField } from "./refused-field.ts";

export interface FailureTraits {
  /** Whether the same request may succeed later or elsewhere, as nothing has been generated. */
  readonly retryable?: boolean;
  /** Whether only this server cannot answer: try another one, but not this one again. */
  readonly elsewhere?: boolean;
  /** Whether the server currently rejects everything: a bad key, or an exhausted account. */
  readonly rests?: boolean;
  /** Milliseconds after which to retry; null if the server does not say. */
  readonly retryAfter?: number | null;
  /** Whether the server itself is unhealthy, not just this request. */
  readonly unwell?: boolean;
  /** The rejected field of the request. */
  readonly refusedField?: RefusedField | null;
  /** Whether it rejects a conversation that ends with the start of an answer. */
  readonly refusesPrefill?: boolean;
  /** The part of the message that quotes the server. */
  readonly quoted?: string;
  /** What is stale: the response to continue from, or the socket. The request itself may be valid. */
  readonly stale?: "chain" | "socket" | null;
}

/** Why a request to an upstream server failed, and whether to retry. */
export class UpstreamFailure extends Error {
  override readonly name = "UpstreamFailure";
  readonly error: EngineError;
  readonly retryable: boolean;
  readonly elsewhere: boolean;
  readonly rests: boolean;
  readonly retryAfter: number | null;
  readonly unwell: boolean;
  readonly refusedField: RefusedField | null;
  readonly refusesPrefill: boolean;
  readonly stale: "chain" | "socket" | null;

  constructor(code: EngineErrorCode, message: string, traits: FailureTraits = {}, cause?: unknown) {
    super(message);
    const { retryAfter = null, quoted = "" } = traits;
    this.error = new EngineError(code, message, {
      retryAfter,
      quoted,
      ...(cause !== undefined && { cause }),
    });
    this.retryable = traits.retryable ?? false;
    this.elsewhere = traits.elsewhere ?? false;
    this.rests = traits.rests ?? false;
    this.retryAfter = retryAfter;
    this.unwell = traits.unwell ?? false;
    this.refusedField = traits.refusedField ?? null;
    this.refusesPrefill = traits.refusesPrefill ?? false;
    this.stale = traits.stale ?? null;
  }
}
