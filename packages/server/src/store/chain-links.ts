import type { PromptLink } from "@flint/engine";
import type { ChainTip } from "./store.ts";

/**
 * In-memory conversations. While a link is referenced anywhere, lookups return that same object: the engine finds its
 * threads by link identity, and forks share their history. Strong references are held to the most recently used chains.
 */
export class ChainLinks {
  readonly #hot = new Map<string, ChainTip>();
  readonly #hotLimit: number;
  readonly #known = new Map<string, WeakRef<PromptLink>>();
  readonly #ids = new WeakMap<PromptLink, string>();
  readonly #collected = new FinalizationRegistry<string>((id) => {
    if (this.#known.get(id)?.deref() === undefined) this.#known.delete(id);
  });

  constructor(hotLimit: number) {
    this.#hotLimit = hotLimit;
  }

  /** Returns the tip of a recently used chain, or null. */
  getHot(id: string): ChainTip | null {
    const tip = this.#hot.get(id);
    if (tip === undefined) return null;
    this.#hot.delete(id);
    this.#hot.set(id, tip);
    return tip;
  }

  setHot(id: string, tip: ChainTip): void {
    this.#hot.delete(id);
    this.#hot.set(id, tip);
    if (this.#hot.size <= this.#hotLimit) return;
    for (const oldest of this.#hot.keys()) {
      this.#hot.delete(oldest);
      return;
    }
  }

  get(id: string): PromptLink | null {
    return this.#known.get(id)?.deref() ?? null;
  }

  /** Returns the id of the response whose conversation ends with this link, or null. */
  idOf(link: PromptLink): string | null {
    return this.#ids.get(link) ?? null;
  }

  set(id: string, link: PromptLink): void {
    if (this.get(id) === link) return;
    this.#known.set(id, new WeakRef(link));
    this.#ids.set(link, id);
    this.#collected.register(link, id);
  }

  forget(id: string): void {
    this.#hot.delete(id);
  }
}
