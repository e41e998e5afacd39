import { events, type OutputItem } from "@flint/protocol";
import type { Seal } from "../seal/index.ts";
import { type Emit, type ItemBurst, type OpenItem, openItem } from "./open-item.ts";

/** Turns an engine's bursts into output items and events: one burst, one delta. */
export class ItemWriter {
  readonly #emit: Emit;
  readonly #done: OutputItem[] = [];
  #open: OpenItem | null = null;
  #index = -1;
  #hide: ((text: string) => string) | null = null;

  constructor(emit: Emit) {
    this.#emit = emit;
  }

  /** Finished items, in the order of their `output_item.done`. */
  get done(): readonly OutputItem[] {
    return this.#done;
  }

  get open(): OpenItem | null {
    return this.#open;
  }

  /** Whether this burst begins a new item. */
  beginsItem(burst: ItemBurst): boolean {
    return this.#open === null || burst.index !== this.#index;
  }

  /** Sets the optional fields of items: encrypted reasoning, if requested. */
  include(fields: readonly string[], seal: Seal): void {
    if (!fields.includes("reasoning.encrypted_content")) return;
    this.#hide = (text) => seal.close("reasoning", text);
  }

  write(burst: ItemBurst): void {
    let item = this.#open;
    if (item === null || burst.index !== this.#index) {
      this.finish("completed");
      item = openItem(burst.part, this.#done.length, this.#hide);
      this.#open = item;
      this.#index = burst.index;
      for (const event of item.added()) this.#emit(event);
    }
    if (burst.text !== "") item.grow(burst.text, this.#emit);
  }

  /** Ends the open item with its `done` events: it becomes part of the output and of the chain. */
  finish(status: "completed" | "incomplete"): void {
    const item = this.#open;
    if (item === null) return;
    this.#open = null;
    const final = item.snapshot(status);
    for (const event of item.ended()) this.#emit(event);
    this.#emit(events.outputItemDone(item.outputIndex, final));
    this.#done.push(final);
  }

  /** Drops the open item without a `done` event, and returns it; null if there is none. */
  abandon(): OpenItem | null {
    const item = this.#open;
    this.#open = null;
    return item;
  }
}
