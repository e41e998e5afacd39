import type { PromptLink } from "../contract/index.ts";
import type { LinkMessage } from "./messages.ts";

/**
 * Numbers conversation links and tracks which ones the engine's process has, so that each is sent once. Garbage-collected
 * links are released in the process.
 */
export class LinkLedger {
  readonly #ids = new WeakMap<PromptLink, number>();
  readonly #registry: FinalizationRegistry<number>;
  #unreachable: number[] = [];
  #lastId = 0;

  /** `forget` is called with the numbers of garbage-collected links. */
  constructor(forget: (links: readonly number[]) => void) {
    this.#registry = new FinalizationRegistry((id) => {
      if (this.#unreachable.push(id) > 1) return;
      // The collector reports many links at a time; send them together.
      setImmediate(() => {
        forget(this.#unreachable);
        this.#unreachable = [];
      }).unref();
    });
  }

  /** Returns the number of a link, and the links of its chain that the process does not have, parents first. */
  linksToSend(tip: PromptLink): { readonly tip: number; readonly links: readonly LinkMessage[] } {
    const links: PromptLink[] = [];
    for (let link: PromptLink | null = tip; link && !this.#ids.has(link); link = link.parent)
      links.push(link);
    const messages = links.reverse().map((link): LinkMessage => {
      const id = ++this.#lastId;
      this.#ids.set(link, id);
      this.#registry.register(link, id);
      return { id, parent: link.parent && this.#idOf(link.parent), items: link.items };
    });
    return { tip: this.#idOf(tip), links: messages };
  }

  #idOf(link: PromptLink): number {
    const id = this.#ids.get(link);
    if (id === undefined) throw new RangeError("a link's parents are told before it");
    return id;
  }
}
