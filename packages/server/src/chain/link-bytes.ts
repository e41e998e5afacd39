import type { PromptLink } from "@flint/engine";

/** Approximate overhead per JSON value. */
const NODE_BYTES = 16;

/** Counts the bytes of all held conversations. Shared links count once. */
export class LinkBytes {
  readonly #kept = new Map<PromptLink, { holders: number; readonly bytes: number }>();
  #total = 0;

  get total(): number {
    return this.#total;
  }

  /** Adds a conversation. Visits only links that are not held yet. */
  hold(tip: PromptLink | null): void {
    for (let link = tip; link !== null; link = link.parent) {
      const known = this.#kept.get(link);
      if (known !== undefined) {
        known.holders++;
        return;
      }
      const bytes = sizeOf(link.items);
      this.#kept.set(link, { holders: 1, bytes });
      this.#total += bytes;
    }
  }

  /** Reverts one {@link hold}. */
  release(tip: PromptLink | null): void {
    for (let link = tip; link !== null; link = link.parent) {
      const known = this.#kept.get(link);
      if (known === undefined) return;
      known.holders--;
      if (known.holders > 0) return;
      this.#kept.delete(link);
      this.#total -= known.bytes;
    }
  }
}

/** Estimates the memory that a JSON value takes. */
function sizeOf(value: unknown): number {
  if (typeof value === "string") return NODE_BYTES + value.length;
  if (typeof value !== "object" || value === null) return NODE_BYTES;
  let bytes = NODE_BYTES;
  for (const child of Object.values(value)) bytes += sizeOf(child);
  return bytes;
}
