import type { StructureError } from "./structure-error.ts";

/** The result of checking a definition. */
export interface Finding {
  /** Why output cannot be constrained to the definition; null if it can. */
  readonly error: StructureError | null;
  /**
   * Steps of work the check took. Charged again on every request: identical requests then always get the same result.
   */
  readonly steps: number;
}

/** Findings to keep: a request may have a hundred tools, and conversations alternate. */
const KEPT = 1_000;
/**
 * Longest message to keep, in UTF-16 units: messages contain names of any length. Definitions with longer ones are
 * checked again on each request.
 */
const LONGEST_MESSAGE = 1_000;

/** A cache of findings by the digest of their definition: clients send the same definitions with every request. */
export class Findings {
  readonly #kept = new Map<string, Finding>();

  get(digest: string): Finding | undefined {
    return this.#kept.get(digest);
  }

  put(digest: string, finding: Finding): void {
    if ((finding.error?.message.length ?? 0) > LONGEST_MESSAGE) return;
    this.#kept.set(digest, finding);
    if (this.#kept.size > KEPT) this.#kept.delete(this.#kept.keys().next().value ?? "");
  }
}
