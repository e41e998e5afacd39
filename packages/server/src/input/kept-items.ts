import type { OutputItem, ResponseObject } from "@flint/protocol";

/** Output items of stored responses by their id, so that a client may refer to them; the oldest go first. */
export class KeptItems {
  readonly #limit: number;
  readonly #items = new Map<string, OutputItem>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  put({ output }: ResponseObject): void {
    for (const item of output) this.#items.set(item.id, item);
    for (const id of this.#items.keys()) {
      if (this.#items.size <= this.#limit) return;
      this.#items.delete(id);
    }
  }

  get(id: string): OutputItem | undefined {
    return this.#items.get(id);
  }
}
