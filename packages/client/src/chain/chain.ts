import type { InputItem, OutputItem } from "@flint/protocol";

/** A response as a later one builds on it. */
export interface ChainLink {
  readonly responseId: string;
  readonly previousResponseId: string | null;
  readonly input: readonly InputItem[];
  readonly output: readonly OutputItem[];
  /** The connection that it was made on; null if that keeps no responses. */
  readonly epoch: number | null;
}

/** How a request continues a response: by its id where the server still has it, else by its items in full. */
export interface Continuation {
  readonly previousResponseId: string | null;
  readonly items: readonly InputItem[];
}

export interface ChainLimits {
  readonly chainResponses: number;
  /** Of all that is kept, as JSON. */
  readonly chainLength: number;
}

/**
 * The responses of a session, so that a conversation outlives the connection that the server remembers it by.
 * Bounded: the oldest are forgotten, and can then be continued by their id alone.
 */
export class ChainLedger {
  readonly #limits: ChainLimits;
  readonly #parent: ChainLedger | null;
  readonly #links = new Map<string, { readonly link: ChainLink; readonly length: number }>();
  #length = 0;

  constructor(limits: ChainLimits, parent: ChainLedger | null = null) {
    this.#limits = limits;
    this.#parent = parent;
  }

  /** A ledger that knows these responses too, and keeps its own apart: they take no room here, and end with it. */
  branch(): ChainLedger {
    return new ChainLedger(this.#limits, this);
  }

  record(link: ChainLink): void {
    const { length } = JSON.stringify([link.input, link.output]);
    this.#forget(link.responseId);
    this.#links.set(link.responseId, { link, length });
    this.#length += length;
    const { chainResponses, chainLength } = this.#limits;
    for (const oldest of this.#links.keys()) {
      if (this.#links.size <= chainResponses && this.#length <= chainLength) return;
      this.#forget(oldest);
    }
  }

  /** `whole`: in full, although the server may have it. */
  continuation(responseId: string | null, epoch: number | null, whole = false): Continuation {
    const items: (readonly InputItem[])[] = [];
    let id = responseId;
    for (let link = this.#find(id); link !== undefined; link = this.#find(id)) {
      if (!whole && epoch !== null && link.epoch === epoch) break;
      items.push(link.output, link.input);
      id = link.previousResponseId;
    }
    return { previousResponseId: id, items: items.reverse().flat() };
  }

  #forget(responseId: string): void {
    this.#length -= this.#links.get(responseId)?.length ?? 0;
    this.#links.delete(responseId);
  }

  #find(responseId: string | null): ChainLink | undefined {
    if (responseId === null) return undefined;
    const own = this.#links.get(responseId)?.link;
    return own === undefined && this.#parent !== null ? this.#parent.#find(responseId) : own;
  }
}
