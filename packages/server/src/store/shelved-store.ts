import type { PromptItem, PromptLink } from "@flint/engine";
import type { OutputItem } from "@flint/protocol";
import { bodyOf, bodyOfItems, bytesOf, inputOf, linkOf, responseOf } from "./body.ts";
import { Catalog, type CatalogEntry, type Departures } from "./catalog.ts";
import { ChainLinks } from "./chain-links.ts";
import { type EventLog, encodeEvent, readLoggedEvent } from "./event-log.ts";
import { EventLogs } from "./event-logs.ts";
import { listItems, pageOf } from "./input-items.ts";
import type { StoreLimits } from "./limits.ts";
import type { Shelf, ShelfChange } from "./shelf.ts";
import { ShelvedLogs } from "./shelved-logs.ts";
import type {
  BegunResponse,
  ChainTip,
  EndedResponse,
  ItemPageRequest,
  Owner,
  ResponseStore,
} from "./store.ts";
import { StoreError } from "./store-error.ts";

export interface ShelvedStoreOptions {
  readonly shelf: Shelf;
  readonly limits: StoreLimits;
  /** Unix milliseconds. Default: the system's clock. */
  readonly now?: () => number;
  /** Told of writes that failed and that nobody waits for. */
  readonly onFault?: (error: unknown) => void;
}

/** How often responses are looked over for those that are too old. */
const SWEEP = 60_000;

/**
 * The store of one server process: it alone writes, so what there is and what must go is known in memory, and
 * only content lies on the shelf.
 */
export class ShelvedStore implements ResponseStore {
  readonly #shelf: Shelf;
  readonly #limits: StoreLimits;
  readonly #now: () => number;
  readonly #onFault: (error: unknown) => void;
  readonly #catalog: Catalog;
  readonly #links: ChainLinks;
  readonly #logs: EventLogs;
  /** Null where logs are in memory only. */
  readonly #shelvedLogs: ShelvedLogs | null;
  /** What each response in flight continues. */
  readonly #pinned = new Map<string, string>();
  readonly #sweep: NodeJS.Timeout;
  #uses = 0;
  /** What is to go and could not be written yet. */
  #owed: ShelfChange[] = [];
  /** Responses whose deletion could not be written yet, and whose they are: it may be asked for again. */
  readonly #undeleted = new Map<string, Owner>();
  #closed: Promise<void> | null = null;

  constructor({ shelf, limits, now = Date.now, onFault = () => {} }: ShelvedStoreOptions) {
    this.#shelf = shelf;
    this.#limits = limits;
    this.#now = now;
    this.#onFault = onFault;
    this.#catalog = new Catalog(limits);
    this.#links = new ChainLinks(limits.hotChains);
    this.#logs = new EventLogs({ limits, onEnd: (id) => this.#unpin(id) });
    this.#shelvedLogs = shelf.logs === null ? null : new ShelvedLogs(limits.allLogBytes, shelf.logs);
    this.#takeStock();
    this.#sweep = setInterval(() => this.#evict(null), SWEEP).unref();
  }

  get secret(): Uint8Array {
    return this.#shelf.secret;
  }

  begin({ id, owner, previousId }: BegunResponse): EventLog {
    this.#assertOpen();
    if (previousId !== null && this.#catalog.has(previousId)) {
      this.#catalog.pin(previousId);
      this.#pinned.set(id, previousId);
      this.#use(previousId);
    }
    return this.#logs.open(id, owner);
  }

  forget(id: string): void {
    this.#logs.drop(id);
  }

  async keep(ended: EndedResponse): Promise<void> {
    this.#assertOpen();
    const { id } = ended.response;
    const changes: ShelfChange[] = [];
    const parentId = this.#shelveHistory(ended, changes);
    const body = bodyOf(ended);
    const label = {
      id,
      owner: ended.owner,
      parentId,
      bytes: bytesOf(body),
      createdAt: this.#now(),
      listed: true,
    };
    this.#catalog.add(label);
    const items = ended.response.output.map((item) => item.id);
    changes.push({ type: "put", label, body, used: ++this.#uses, items });
    if (ended.tip !== null) {
      this.#links.set(id, ended.tip);
      this.#links.warm(id, { response: ended.response, tip: ended.tip });
    }
    changes.push(...this.#shelveLog(ended));
    this.#depart(this.#catalog.evict(this.#now(), id), changes);
    try {
      await this.#shelve(changes);
    } catch (cause) {
      // What was kept for its sake alone goes with the next write.
      this.#depart(this.#catalog.remove(id), this.#owed);
      throw cause;
    }
  }

  async get(id: string, owner: Owner) {
    const entry = this.#find(id, owner);
    if (entry === null) return null;
    this.#use(id);
    const [body] = await this.#shelf.read([id]);
    return body ? responseOf(body) : null;
  }

  async tip(id: string, owner: Owner): Promise<ChainTip | null> {
    const entry = this.#find(id, owner);
    if (entry === null) return null;
    this.#use(id);
    const hot = this.#links.hot(id);
    if (hot !== null) return hot;
    const tip = await this.#rebuild(entry);
    if (tip !== null && this.#catalog.has(id)) this.#links.warm(id, tip);
    return tip;
  }

  async log(id: string, owner: Owner): Promise<EventLog | null> {
    this.#assertOpen();
    const live = this.#logs.find(id, owner);
    if (live !== null || this.#find(id, owner) === null) return live;
    if (!this.#shelvedLogs?.has(id, this.#now())) return null;
    const text = await this.#shelf.readLog(id);
    // It may have been deleted meanwhile, and must not come back.
    if (text === null || this.#find(id, owner) === null) return null;
    return this.#logs.find(id, owner) ?? this.#logs.restore(id, owner, text.split("\n").map(readLoggedEvent));
  }

  async inputItems(id: string, owner: Owner, page: ItemPageRequest) {
    if (this.#find(id, owner) === null) return null;
    const [body] = await this.#shelf.read([id]);
    return body ? pageOf(listItems(id, inputOf(body)), page) : null;
  }

  async items(ids: readonly string[], owner: Owner): Promise<ReadonlyMap<string, OutputItem>> {
    this.#assertOpen();
    const homes = await this.#shelf.responsesOf(ids);
    const own = new Set(homes.filter((id) => id !== null && this.#find(id, owner) !== null) as string[]);
    for (const id of own) this.#use(id);
    const bodies = await this.#shelf.read([...own]);
    const asked = new Set(ids);
    const output = bodies.flatMap((body) => (body === null ? [] : (responseOf(body)?.output ?? [])));
    return new Map(output.filter(({ id }) => asked.has(id)).map((item) => [item.id, item]));
  }

  async delete(id: string, owner: Owner): Promise<boolean> {
    if (this.#find(id, owner) === null && this.#undeleted.get(id) !== owner) return false;
    const changes: ShelfChange[] = [];
    this.#depart(this.#catalog.remove(id), changes);
    try {
      await this.#shelve(changes);
    } catch (cause) {
      this.#undeleted.set(id, owner);
      throw cause;
    }
    return true;
  }

  close(): Promise<void> {
    clearInterval(this.#sweep);
    this.#closed ??= this.#end();
    return this.#closed;
  }

  async #end(): Promise<void> {
    if (this.#owed.length > 0) await this.#shelve([]).catch(this.#onFault);
    await this.#shelf.close();
    this.#logs.close();
  }

  // ── chains ────────────────────────────────────────────────────────────────────────────────────────────────

  /**
   * The response that this one is kept under. Where it continues conversation that is not on the shelf, of
   * responses with `store: false` or such as were deleted meanwhile, that conversation is put there as one.
   */
  #shelveHistory({ owner, response, input }: EndedResponse, changes: ShelfChange[]): string | null {
    const missing: (readonly PromptItem[])[] = [];
    let link = input.parent;
    while (link !== null && !this.#isShelved(link)) {
      missing.push(link.items);
      link = link.parent;
    }
    const shelvedId = link === null ? null : this.#links.idOf(link);
    if (input.parent === null || missing.length === 0) return shelvedId;
    const id = `${response.id}/history`;
    const body = bodyOfItems(missing.reverse().flat());
    const label = {
      id,
      owner,
      parentId: shelvedId,
      bytes: bytesOf(body),
      createdAt: this.#now(),
      listed: false,
    };
    this.#catalog.add(label);
    this.#links.set(id, input.parent);
    changes.push({ type: "put", label, body, used: 0, items: [] });
    return id;
  }

  #isShelved(link: PromptLink): boolean {
    const id = this.#links.idOf(link);
    return id !== null && this.#catalog.has(id);
  }

  /** Reads what is not in memory of a conversation; null where its response has gone meanwhile. */
  async #rebuild(entry: CatalogEntry): Promise<ChainTip | null> {
    let link: PromptLink | null = null;
    const missing: string[] = [];
    for (let at: CatalogEntry | null = entry; at !== null && link === null; at = at.parent) {
      link = this.#links.get(at.id);
      if (link === null) missing.push(at.id);
    }
    const [own = null, ...history] = await this.#shelf.read([entry.id, ...missing.slice(1)]);
    const response = own === null ? null : responseOf(own);
    if (own === null || response === null) return null;
    if (own.chained === null) return { response, tip: null };
    const bodies = [own, ...history];
    for (const [at, id] of [...missing.entries()].reverse()) {
      const body = bodies[at];
      if (!body) return null;
      // Somebody else may have built it while this one was reading.
      const built: PromptLink = this.#links.get(id) ?? linkOf(body, link);
      this.#links.set(id, built);
      link = built;
    }
    return { response, tip: link };
  }

  // ── what comes and goes ───────────────────────────────────────────────────────────────────────────────────

  #takeStock(): void {
    const { labels } = this.#shelf;
    const orphans: string[] = [];
    for (const label of labels) {
      // What it goes on from could not be written, as when a disk is full: it must not go on from nothing.
      if (label.parentId !== null && !this.#catalog.has(label.parentId)) orphans.push(label.id);
      else this.#catalog.add(label);
    }
    for (const { id, used } of labels.toSorted((a, b) => a.used - b.used)) {
      if (this.#catalog.has(id)) this.#catalog.use(id);
      this.#uses = used;
    }
    if (orphans.length > 0) {
      const lost = `${orphans.length} responses were dropped, because the conversation before them could not be stored`;
      this.#onFault(new StoreError("store_failed", lost));
      this.#write(orphans.map((id) => ({ type: "drop", id })));
    }
    const changes: ShelfChange[] = [];
    this.#depart(this.#catalog.sweep(), changes);
    this.#write(changes);
    this.#evict(null);
  }

  #find(id: string, owner: Owner): CatalogEntry | null {
    this.#assertOpen();
    return this.#catalog.find(id, owner, this.#now());
  }

  #use(id: string): void {
    this.#catalog.use(id);
    this.#write([{ type: "use", id, used: ++this.#uses }]);
  }

  #unpin(id: string): void {
    const previousId = this.#pinned.get(id);
    if (previousId === undefined) return;
    this.#pinned.delete(id);
    const changes: ShelfChange[] = [];
    this.#depart(this.#catalog.unpin(previousId), changes);
    this.#write(changes);
  }

  #evict(latest: string | null): void {
    const changes: ShelfChange[] = this.#shelvedLogs?.expire(this.#now()) ?? [];
    this.#depart(this.#catalog.evict(this.#now(), latest), changes);
    this.#write(changes);
  }

  #depart({ unlisted, dropped }: Departures, changes: ShelfChange[]): void {
    for (const id of unlisted) {
      this.#links.forget(id);
      this.#logs.drop(id);
      changes.push({ type: "unlist", id }, ...(this.#shelvedLogs?.drop(id) ?? []));
    }
    for (const id of dropped) changes.push({ type: "drop", id });
  }

  /** Rejects as {@link Shelf.write} does; what was to go, and is out of the catalog, goes with the next write then. */
  async #shelve(changes: readonly ShelfChange[]): Promise<void> {
    const all = [...this.#owed, ...changes];
    this.#owed = [];
    try {
      await this.#shelf.write(all);
    } catch (cause) {
      const going = all.filter(({ type }) => type !== "put" && type !== "put-log" && type !== "use");
      this.#owed = [...this.#owed, ...going];
      // By itself it may fit where what came with it did not.
      if (going.length > 0 && going.length < all.length) this.#shelve([]).catch(this.#onFault);
      throw cause;
    }
    for (const change of all) if (change.type === "unlist") this.#undeleted.delete(change.id);
  }

  /** Writes what nobody waits for. */
  #write(changes: readonly ShelfChange[]): void {
    if (changes.length > 0 && this.#closed === null) this.#shelve(changes).catch(this.#onFault);
  }

  #shelveLog({ owner, response, terminal }: EndedResponse): ShelfChange[] {
    const { id } = response;
    const events = this.#logs.find(id, owner)?.events ?? [];
    if (this.#shelvedLogs === null || (events.length === 0 && terminal === null)) return [];
    const lines = events.map(({ text }) => text);
    if (terminal !== null) lines.push(encodeEvent(terminal).text);
    const text = lines.join("\n");
    const until = this.#now() + this.#limits.logRetention;
    return this.#shelvedLogs.put({ id, bytes: Buffer.byteLength(text), until }, text);
  }

  #assertOpen(): void {
    if (this.#closed === null) return;
    throw new StoreError("store_closed", "the store is closed: open it again");
  }
}
