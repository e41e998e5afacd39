import type { PromptLink } from "@flint/engine";

/** What a JSON value weighs beside its text. */
const NODE_BYTES = 16;

/** How many bytes the conversations hold that somebody keeps, links that several share counted once. */
export class LinkBytes {
  readonly #kept = new Map<PromptLink, { holders: number; readonly bytes: number }>();
  #total = 0;

  get total(): number {
    return this.#total;
  }

  /** Counts a conversation in. It costs its new links only. */
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

  /** Takes back one {@link hold}. */
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

/** The memory that a JSON value takes, roughly. */
function sizeOf(value: unknown): number {
  if (typeof value === "string") return NODE_BYTES + value.length;
  if (typeof value !== "object" || value === null) return NODE_BYTES;
  let bytes = NODE_BYTES;
  for (const child of Object.values(value)) bytes += sizeOf(child);
  return bytes;
}
