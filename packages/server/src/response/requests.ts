import { apiError } from "@flint/protocol";
import type { Recording } from "./recording.ts";
import { isSameRequest, type SentCreate } from "./same-request.ts";

interface Claim {
  readonly sent: SentCreate;
  /** Resolves to null if the request begins no response. */
  readonly begun: Promise<Recording | null>;
  settle(recording: Recording | null): void;
  recording: Recording | null;
}

/**
 * The response that each request began, by the client's request id. A client that does not know the outcome of a
 * request can send it again, and gets the response that it began, not another one.
 */
export class Requests {
  readonly #claims = new Map<string, Claim>();

  /**
   * Returns the response that the request already began; null if there is none, and the caller should begin it now.
   * Rejects with ApiError `request_id_reused` if another request was sent with this id.
   */
  async claim(request: string, sent: SentCreate): Promise<Recording | null> {
    for (;;) {
      const before = this.#claims.get(request);
      if (before === undefined) {
        this.#claims.set(request, newClaim(sent));
        return null;
      }
      if (!isSameRequest(before.sent, sent)) throw requestIdReusedError();
      const recording = await before.begun;
      if (recording !== null) return recording;
    }
  }

  /** Returns the response that the request began; null if there is none. */
  get(request: string): Recording | null {
    return this.#claims.get(request)?.recording ?? null;
  }

  /**
   * Resolves to the response that the request is about to begin, or null if it begins none; undefined if the id is
   * unknown.
   */
  pending(request: string): Promise<Recording | null> | undefined {
    return this.#claims.get(request)?.begun;
  }

  begin(request: string, recording: Recording): void {
    const claim = this.#claims.get(request);
    if (claim === undefined) return;
    claim.recording = recording;
    claim.settle(recording);
  }

  /** Drops a request that began no response, or whose response can no longer be resumed. */
  drop(request: string): void {
    const claim = this.#claims.get(request);
    this.#claims.delete(request);
    claim?.settle(null);
  }
}

/** Returns the error for a request sent with the id of another one. */
export function requestIdReusedError() {
  const message =
    "`flint.request_id`: another request was sent with this id: send that request again unchanged, or give this one another id";
  return apiError("request_id_reused", message, "flint.request_id");
}

function newClaim(sent: SentCreate): Claim {
  let settle: (recording: Recording | null) => void = () => {};
  const begun = new Promise<Recording | null>((resolve) => {
    settle = resolve;
  });
  return { sent, begun, settle, recording: null };
}
