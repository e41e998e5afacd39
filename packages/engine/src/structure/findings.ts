import type { StructureError } from "./structure-error.ts";

/** What was found of a definition. */
export interface Finding {
  /** Why answers cannot be held to it; null where they can. */
  readonly error: StructureError | null;
  /** What it took: it counts again with every request, so that the same request is always answered the same. */
  readonly steps: number;
}

/** A request may bring a hundred tools, and conversations take turns. */
const KEPT = 1_000;
/** UTF-16 units of a message: it tells of places, whose names may be of any length. What is longer is found out anew. */
const LONGEST_MESSAGE = 1_000;

/** Findings by the digest of their definition: clients send the same definitions with every request. */
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
