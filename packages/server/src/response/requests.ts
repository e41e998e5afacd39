import { apiError } from "@flint/protocol";
import type { Recording } from "./recording.ts";
import { isSameRequest, type SentCreate } from "./same-request.ts";

interface Claim {
  readonly sent: SentCreate;
  /** Null where the request came to nothing. */
  readonly begun: Promise<Recording | null>;
  settle(recording: Recording | null): void;
  recording: Recording | null;
}

/**
 * Which response each request began, by the id that its client gave it. A client that does not know what became of a
 * request sends it again, and is given the response that it began, instead of another one.
 */
export class Requests {
  readonly #claims = new Map<string, Claim>();

  /**
   * The response that the request began before; null if it did not, and is to begin it now. Rejects with ApiError
   * `request_id_reused` where what was sent under its id asks for something else.
   */
  async claim(request: string, sent: SentCreate): Promise<Recording | null> {
    for (;;) {
      const before = this.#claims.get(request);
      if (before === undefined) {
        this.#claims.set(request, newClaim(sent));
        return null;
      }
      if (!isSameRequest(before.sent, sent)) throw reused();
      const recording = await before.begun;
      if (recording !== null) return recording;
    }
  }

  /** The response that the request began; null where it has not. */
  get(request: string): Recording | null {
    return this.#claims.get(request)?.recording ?? null;
  }

  /** The response that it is about to begin, or null if it comes to nothing; undefined where it is not known. */
  pending(request: string): Promise<Recording | null> | undefined {
    return this.#claims.get(request)?.begun;
  }

  begin(request: string, recording: Recording): void {
    const claim = this.#claims.get(request);
    if (claim === undefined) return;
    claim.recording = recording;
    claim.settle(recording);
  }

  /** The request came to nothing, or its response can no longer be resumed. */
  drop(request: string): void {
    const claim = this.#claims.get(request);
    this.#claims.delete(request);
    claim?.settle(null);
  }
}

/** Why a request is not run that is sent under the id of another one. */
export function reused() {
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
