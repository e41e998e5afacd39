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
    const tell = () => void this.#tell(order).catch(this.#onFault);
    tell();
    const timer = setInterval(tell, this.#group.heartbeat).unref();
    this.#readers.set(reader, { name: order.reader, timer });
  }

  /** A reader leaves. Safe to call twice. */
  detach(reader: Reader): void {
    const found = this.#readers.get(reader);
    if (found === undefined) return;
    this.#readers.delete(reader);
    clearInterval(found.timer);
    this.#tell({ type: "leave", reader: found.name }).catch(this.#onFault);
  }

  /** The response itself says what came of it. Rejects where its server could not be told. */
  async interrupt(mode: string | undefined): Promise<void> {
    await this.#tell({ type: "interrupt", mode });
  }

  #tell(order: GroupOrder): Promise<boolean> {
    return this.#group.tell(this.#id, this.#owner, order);
  }
}
