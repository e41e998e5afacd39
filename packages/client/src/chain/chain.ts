import type { InputItem, OutputItem } from "@flint/protocol";

/** A response that later ones can continue. */
export interface ChainLink {
  readonly responseId: string;
  readonly previousResponseId: string | null;
  readonly input: readonly InputItem[];
  readonly output: readonly OutputItem[];
  /** The connection that it was created on; null if the transport keeps no responses. */
  readonly epoch: number | null;
}

/** How a request continues a response: by its id if the server still has it, otherwise by sending its items in full. */
export interface Continuation {
  readonly previousResponseId: string | null;
  readonly items: readonly InputItem[];
}

export interface ChainLimits {
  readonly chainResponses: number;
  /** Total length of the kept items as JSON, in UTF-16 units. */
  readonly chainLength: number;
}

/**
 * Keeps the responses of a session, to continue a conversation after the connection that the server keeps it for is
 * lost. When full, it drops the oldest, which can then be continued only by id.
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

  /** Returns a ledger that also knows these responses but stores its own separately: they do not count here. */
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

  /**
   * Returns how to continue `responseId` on connection `epoch`. `whole`: send all items even if the server has them.
   */
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
