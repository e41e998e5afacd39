import type { GroupOrder, Owner, StoreGroup } from "../store/index.ts";
import type { Reader } from "./reader.ts";

/** A response that another server of the group runs. */
export class RemoteResponse {
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

  /** Registers a reader at the other server, which keeps the response running for it. */
  attach(reader: Reader): void {
    const order = { type: "read", reader: crypto.randomUUID() } as const;
    const tell = () => void this.#tell(order).catch(this.#onFault);
    tell();
    const timer = setInterval(tell, this.#group.heartbeat).unref();
    this.#readers.set(reader, { name: order.reader, timer });
  }

  /** Removes a reader. May be called twice. */
  detach(reader: Reader): void {
    const found = this.#readers.get(reader);
    if (found === undefined) return;
    this.#readers.delete(reader);
    clearInterval(found.timer);
    this.#tell({ type: "leave", reader: found.name }).catch(this.#onFault);
  }

  /**
   * Asks the other server to interrupt the response, whose events report the result. Rejects if that server cannot be
   * reached.
   */
  async interrupt(mode: string | undefined): Promise<void> {
    await this.#tell({ type: "interrupt", mode });
  }

  #tell(order: GroupOrder): Promise<boolean> {
    return this.#group.tell(this.#id, this.#owner, order);
  }
}
