import type { Recording } from "./recording.ts";

interface Claim {
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

  /** The response that the request began before; null if it did not, and is to begin it now. */
  async claim(request: string): Promise<Recording | null> {
    for (;;) {
      const before = this.#claims.get(request);
      if (before === undefined) {
        this.#claims.set(request, newClaim());
        return null;
      }
      const recording = await before.begun;
      if (recording !== null) return recording;
    }
  }

  /** The response that the request began; null where it has not. */
  get(request: string): Recording | null {
    return this.#claims.get(request)?.recording ?? null;
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

function newClaim(): Claim {
  let settle: (recording: Recording | null) => void = () => {};
  const begun = new Promise<Recording | null>((resolve) => {
    settle = resolve;
  });
  return { begun, settle, recording: null };
}
