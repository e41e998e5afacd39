import type { PromptItem, PromptLink } from "@flint/engine";
import type { OutputItem } from "@flint/protocol";
import { bodyOf, bodyOfItems, bytesOf, inputOf, linkOf, responseOf } from "./body.ts";
import { Catalog, type CatalogEntry, type Removals } from "./catalog.ts";
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
  /** Called with failures of background writes. */
  readonly onFault?: (error: unknown) => void;
}

/** Interval between checks for expired responses. Milliseconds. */
const SWEEP = 60_000;

/**
 * The store of one server process. Because no other process writes, metadata is kept in memory, and only content is
 * read from the shelf.
 */
export class ShelvedStore implements ResponseStore {
  readonly #shelf: Shelf;
  readonly #limits: StoreLimits;
  readonly #now: () => number;
  readonly #onFault: (error: unknown) => void;
  readonly #catalog: Catalog;
  readonly #links: ChainLinks;
  readonly #logs: EventLogs;
  /** Null if logs are in memory only. */
  readonly #shelvedLogs: ShelvedLogs | null;
  /** In-flight responses, each with the id of the response it continues. */
  readonly #pinned = new Map<string, string>();
  readonly #sweep: NodeJS.Timeout;
  #uses = 0;
  /** Deletions that could not be written yet. */
  #unwrittenDeletions: ShelfChange[] = [];
  /** Responses whose deletion could not be written yet, with their owners: a client may retry the deletion. */
  readonly #failedDeletions = new Map<string, Owner>();
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
    this.#restoreCatalog();
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
      this.#links.setHot(id, { response: ended.response, tip: ended.tip });
    }
    changes.push(...this.#shelveLog(ended));
    this.#applyRemovals(this.#catalog.evict(this.#now(), id), changes);
    try {
      await this.#writeToShelf(changes);
    } catch (cause) {
      // Content that was kept only for this response is deleted with the next write.
      this.#applyRemovals(this.#catalog.remove(id), this.#unwrittenDeletions);
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
    const hot = this.#links.getHot(id);
    if (hot !== null) return hot;
    const tip = await this.#rebuild(entry);
    if (tip !== null && this.#catalog.has(id)) this.#links.setHot(id, tip);
    return tip;
  }

  async log(id: string, owner: Owner): Promise<EventLog | null> {
    this.#assertOpen();
    const live = this.#logs.find(id, owner);
    if (live !== null || this.#find(id, owner) === null) return live;
    if (!this.#shelvedLogs?.has(id, this.#now())) return null;
    const text = await this.#shelf.readLog(id);
    // The response may have been deleted during the read and must not reappear.
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
    if (this.#find(id, owner) === null && this.#failedDeletions.get(id) !== owner) return false;
    const changes: ShelfChange[] = [];
    this.#applyRemovals(this.#catalog.remove(id), changes);
    try {
      await this.#writeToShelf(changes);
    } catch (cause) {
      this.#failedDeletions.set(id, owner);
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
    if (this.#unwrittenDeletions.length > 0) await this.#writeToShelf([]).catch(this.#onFault);
    await this.#shelf.close();
    this.#logs.close();
  }

  // ── chains ────────────────────────────────────────────────────────────────────────────────────────────────

  /**
   * Returns the id of the parent that the response is stored under. If it continues conversation that is not on the
   * shelf (responses with `store: false` or deleted ones), adds that conversation as one unlisted entry.
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

  /** Returns the conversation, reading the parts that are not in memory; null if the response was deleted meanwhile. */
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
      // Another call may have built this link during the read.
      const built: PromptLink = this.#links.get(id) ?? linkOf(body, link);
      this.#links.set(id, built);
      link = built;
    }
    return { response, tip: link };
  }

  // ── adding and evicting ───────────────────────────────────────────────────────────────────────────────────────

  #restoreCatalog(): void {
    const { labels } = this.#shelf;
    const orphans: string[] = [];
    for (const label of labels) {
      // Its parent could not be written, for example because the disk was full: it would continue an empty
      // conversation.
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
    this.#applyRemovals(this.#catalog.sweep(), changes);
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
    this.#applyRemovals(this.#catalog.unpin(previousId), changes);
    this.#write(changes);
  }

  #evict(latest: string | null): void {
    const changes: ShelfChange[] = this.#shelvedLogs?.expire(this.#now()) ?? [];
    this.#applyRemovals(this.#catalog.evict(this.#now(), latest), changes);
    this.#write(changes);
  }

  #applyRemovals({ unlisted, dropped }: Removals, changes: ShelfChange[]): void {
    for (const id of unlisted) {
      this.#links.forget(id);
      this.#logs.drop(id);
      changes.push({ type: "unlist", id }, ...(this.#shelvedLogs?.drop(id) ?? []));
    }
    for (const id of dropped) changes.push({ type: "drop", id });
  }

  /**
   * Writes changes along with `#unwrittenDeletions`. Rejects as {@link Shelf.write} does; deletions that fail, already gone
   * from the catalog, are retried with the next write.
   */
  async #writeToShelf(changes: readonly ShelfChange[]): Promise<void> {
    const all = [...this.#unwrittenDeletions, ...changes];
    this.#unwrittenDeletions = [];
    try {
      await this.#shelf.write(all);
    } catch (cause) {
      const going = all.filter(({ type }) => type !== "put" && type !== "put-log" && type !== "use");
      this.#unwrittenDeletions = [...this.#unwrittenDeletions, ...going];
      // The deletions may succeed without the other changes.
      if (going.length > 0 && going.length < all.length) this.#writeToShelf([]).catch(this.#onFault);
      throw cause;
    }
    for (const change of all) if (change.type === "unlist") this.#failedDeletions.delete(change.id);
  }

  /** Writes changes in the background. */
  #write(changes: readonly ShelfChange[]): void {
    if (changes.length > 0 && this.#closed === null) this.#writeToShelf(changes).catch(this.#onFault);
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
