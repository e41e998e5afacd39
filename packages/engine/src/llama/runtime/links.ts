import type { PromptLink } from "../../contract/index.ts";
import type { LinkMessage } from "../messages.ts";

/** The conversation links of the engine's process, by number. */
export class Links {
  readonly #links = new Map<number, PromptLink>();

  add(messages: readonly LinkMessage[]): void {
    for (const { id, parent, items } of messages) {
      this.#links.set(id, { parent: parent === null ? null : this.get(parent), items });
    }
  }

  get(id: number): PromptLink {
    const link = this.#links.get(id);
    if (!link) throw new RangeError(`the engine's process was never told of link ${id}`);
    return link;
  }

  forget(ids: readonly number[]): void {
    for (const id of ids) this.#links.delete(id);
  }
}
