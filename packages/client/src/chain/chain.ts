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

/**
 * The responses of a session, so that a conversation outlives the connection that the server remembers it by.
 * Bounded: the oldest are forgotten, and can then be continued by their id alone.
 */
export class ChainLedger {
  readonly #capacity: number;
  readonly #links = new Map<string, ChainLink>();

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  record(link: ChainLink): void {
    this.#links.delete(link.responseId);
    this.#links.set(link.responseId, link);
    for (const oldest of this.#links.keys()) {
      if (this.#links.size <= this.#capacity) return;
      this.#links.delete(oldest);
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

  #find(responseId: string | null): ChainLink | undefined {
    return responseId === null ? undefined : this.#links.get(responseId);
  }
}
