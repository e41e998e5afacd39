import type { GroupOrder, Owner, StoreGroup } from "../store/index.ts";
import type { Reader } from "./reader.ts";

/** A response that another server of the group runs. */
export class Elsewhere {
  readonly #group: StoreGroup;
  readonly #id: string;
  readonly #owner: Owner;
  readonly #onFault: (error: unknown) => void;
  readonly #readers = new Map<Reader, { readonly name: string; readonly timer: NodeJS.Timeout }>();

  constructor(group: StoreGroup, id: string, owner: Owner, onFault: (error: unknown) => void) {
    this.#group = group;
    this.#id = id;
    this.#owner = owner;
    this.#onFault = onFault;
  }

  /** A reader comes: for its sake the response goes on, as it would for one there. */
  attach(reader: Reader): void {
    const order = { type: "read", reader: crypto.randomUUID() } as const;
    this.#tell(order);
    const timer = setInterval(() => this.#tell(order), this.#group.heartbeat).unref();
    this.#readers.set(reader, { name: order.reader, timer });
  }

  /** A reader leaves. Safe to call twice. */
  detach(reader: Reader): void {
    const found = this.#readers.get(reader);
    if (found === undefined) return;
    this.#readers.delete(reader);
    clearInterval(found.timer);
    this.#tell({ type: "leave", reader: found.name });
  }

  interrupt(mode: string | undefined): void {
    this.#tell({ type: "interrupt", mode });
  }

  #tell(order: GroupOrder): void {
    this.#group.tell(this.#id, this.#owner, order).catch(this.#onFault);
  }
}
