import { EngineError, type EngineErrorCode } from "../../contract/index.ts";
import type { RefusedField } from "./refused-field.ts";

export interface FailureTraits {
  /** Nothing has been generated, and the same request may work later or elsewhere. */
  readonly retryable?: boolean;
  /** It is this server's own fault: another one may answer, this one is not to be asked again for it. */
  readonly elsewhere?: boolean;
  /** The server refuses all for now: its key, or an account that is used up. */
  readonly rests?: boolean;
  /** Milliseconds after which the server wants to be asked again; null where it does not say. */
  readonly retryAfter?: number | null;
  /** The server itself is unwell, not just this request. */
  readonly unwell?: boolean;
  /** What of the request it does not take. */
  readonly refusedField?: RefusedField | null;
  /** It takes no conversation that ends with the beginning of an answer. */
  readonly refusesPrefill?: boolean;
  /** What of the message are the server's own words. */
  readonly quoted?: string;
  /** What is out of date: the response that was to be gone on from, or the socket. The request itself may be right. */
  readonly stale?: "chain" | "socket" | null;
}

/** Why a request to an upstream failed, and what that says about asking again. */
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
