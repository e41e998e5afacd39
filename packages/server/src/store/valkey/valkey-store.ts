import { randomBytes, randomUUID } from "node:crypto";
import type { OutputItem, ResponseObject } from "@flint/protocol";
import { bodyOf, bytesOf } from "../body.ts";
import { ChainLinks } from "../chain-links.ts";
import { type EventLog, encodeEvent, type LoggedEvent } from "../event-log.ts";
import { EventLogs } from "../event-logs.ts";
import { listItems, pageOf } from "../input-items.ts";
import type { StoreLimits } from "../limits.ts";
import type {
  BegunResponse,
  ChainTip,
  EndedResponse,
  ItemPageRequest,
  Owner,
  ResponseStore,
} from "../store.ts";
import { StoreError } from "../store-error.ts";
import type { ValkeyAddress } from "./address.ts";
import { type ConnectionLimits, ValkeyConnection } from "./connection.ts";
import { FollowedLogs, type LogStatus } from "./followed-logs.ts";
import { ValkeyGroup } from "./group.ts";
import { Listener } from "./listener.ts";
import { ownerText } from "./owners.ts";
import { RunCopy } from "./run-copy.ts";
import { type History, SharedChains } from "./shared-chains.ts";

export interface ValkeyStoreOptions {
  readonly address: ValkeyAddress;
  readonly limits: StoreLimits;
  readonly connection: ConnectionLimits;
  /** How long a server counts as alive after its last heartbeat. Milliseconds. */
  readonly lease: number;
  readonly now: () => number;
  readonly onFault: (error: unknown) => void;
}

/** Number of events searched for the start of a response that runs elsewhere. */
const BEGINNING = 64;

/**
 * The store of a group of servers. All metadata is in Valkey and changes only in atomic scripts; this process holds
 * recently used conversations and the events of the responses it runs.
 */
export class ValkeyStore implements ResponseStore {
  readonly secret: Uint8Array;
  readonly group: ValkeyGroup;
  readonly #options: ValkeyStoreOptions;
  readonly #connection: ValkeyConnection;
  readonly #listener: Listener;
  readonly #links: ChainLinks;
  readonly #chains: SharedChains;
  /** Logs of responses that run here and will be kept. */
  readonly #logs: EventLogs;
  readonly #copies = new Map<string, RunCopy>();
  /** Responses that run here but were ended by another server, until their log is dropped. */
  readonly #lost = new Set<string>();
  /** Logs of responses that will not be kept. */
  readonly #unstored: EventLogs;
  readonly #followed: FollowedLogs;
  #closed: Promise<void> | null = null;

  static async open(options: ValkeyStoreOptions): Promise<ValkeyStore> {
    const connection = new ValkeyConnection(options.address, options.connection);
    await connection.open();
    try {
      const own = randomBytes(32).toString("base64url");
      const shared = await connection.run("secret", own);
      const store = new ValkeyStore(options, connection, Buffer.from(String(shared), "base64url"));
      await store.group.beat();
      return store;
    } catch (cause) {
      connection.close();
      throw cause;
    }
  }

  private constructor(options: ValkeyStoreOptions, connection: ValkeyConnection, secret: Uint8Array) {
    const { limits, address } = options;
    this.#options = options;
    this.#connection = connection;
    this.secret = secret;
    this.#links = new ChainLinks(limits.hotChains);
    this.#chains = new SharedChains(connection, this.#links);
    const look = (id: string, owner: string) => this.#readStatus(id, owner);
    this.group = new ValkeyGroup(randomUUID(), {
      ...options,
      connection,
      look,
      onBeat: () => this.#followed.check(),
    });
    this.#listener = new Listener({
      address,
      wait: options.connection.wait,
      own: connection.key("control", this.group.server),
      take: (entries) => this.group.handleEntries(entries),
      // A failed wake-up only delays the listener until its next read.
      wake: () => void this.group.addEntry(this.group.server, "wake", "").catch(options.onFault),
      onFault: options.onFault,
    });
    this.#followed = new FollowedLogs({ connection, listener: this.#listener, limits, look });
    this.#logs = new EventLogs({
      limits,
      onAppend: (id) => this.#copies.get(id)?.schedule(),
      onEnd: (id) => this.#copies.get(id)?.end(),
      onDrop: (id) => {
        this.#copies.get(id)?.onLogDropped();
        this.#lost.delete(id);
      },
    });
    this.#unstored = new EventLogs({ limits, onEnd() {} });
  }

  begin({ id, owner, previousId, stored = true }: BegunResponse): EventLog {
    this.#assertOpen();
    if (!stored) return this.#unstored.open(id, owner);
    const log = this.#logs.open(id, owner);
    const copy = new RunCopy({
      ...this.#options,
      connection: this.#connection,
      server: this.group.server,
      id,
      owner: ownerText(owner),
      previousId,
      log,
      onOver: () => {
        this.#lost.add(id);
        this.group.cancelHere(id);
      },
      onDone: () => this.#copies.delete(id),
    });
    this.#copies.set(id, copy);
    return log;
  }

  forget(id: string): void {
    this.#unstored.drop(id);
  }

  async keep(ended: EndedResponse): Promise<void> {
    this.#assertOpen();
    const { response, tip } = ended;
    const { id } = response;
    const copy = this.#copies.get(id);
    await copy?.sync();
    const history = this.#chains.historyOf(ended);
    const terminal = ended.terminal === null ? null : encodeEvent(ended.terminal);
    for (;;) {
      // The response that the other server stored may be deleted since: it must not reappear, nor be waited for.
      if (this.#lost.has(id)) throw endedByOthers(id);
      const [answer, detail] = await this.#keep(ended, history, terminal, copy !== undefined);
      if (answer === "over") throw endedByOthers(id);
      if (answer === "missing") {
        await history.skip();
      } else if (answer === "ok") {
        this.#forgetAll(detail as string[]);
        break;
      } else {
        if (answer === "unbegun") copy?.resendAll();
        else copy?.resendAfter(Number(detail));
        await copy?.sync();
      }
    }
    history.markKept(id);
    if (tip !== null) {
      this.#links.set(id, tip);
      this.#links.setHot(id, { response, tip });
    }
  }

  async get(id: string, owner: Owner): Promise<ResponseObject | null> {
    this.#assertOpen();
    const text = await this.#connection.run("get", id, ...this.#lookupArgs(owner));
    return typeof text === "string" ? JSON.parse(text) : this.#readBegun(id, owner);
  }

  async tip(id: string, owner: Owner): Promise<ChainTip | null> {
    this.#assertOpen();
    const hot = this.#links.getHot(id);
    const answer = await this.#connection.run("tip", id, ...this.#lookupArgs(owner), hot === null ? 0 : 1);
    if (answer === null) return null;
    if (hot !== null) return hot;
    const [root, text, chained] = answer as [string, string, string];
    const response: ResponseObject = JSON.parse(text);
    if (chained === "") return { response, tip: null };
    const link = await this.#chains.read(root, id);
    if (link === null) return null;
    const tip = { response, tip: link };
    this.#links.setHot(id, tip);
    return tip;
  }

  async log(id: string, owner: Owner): Promise<EventLog | null> {
    this.#assertOpen();
    const own = this.#unstored.find(id, owner) ?? this.#logs.find(id, owner);
    if (own !== null && (this.#copies.has(id) || this.#unstored.find(id, owner) !== null)) return own;
    const name = ownerText(owner);
    const followed = this.#followed.find(id, name);
    if (followed !== null) return followed;
    await this.#flushCopies(id);
    let status: LogStatus | null;
    try {
      status = await this.#readStatus(id, name);
    } catch (cause) {
      // The local log can be returned without Valkey.
      if (own !== null) return own;
      throw cause;
    }
    if (status !== null) return own ?? this.#followed.open(id, name, status);
    if (own !== null) this.#logs.drop(id);
    return null;
  }

  async inputItems(id: string, owner: Owner, page: ItemPageRequest) {
    this.#assertOpen();
    const text = await this.#connection.run("input", id, ...this.#lookupArgs(owner));
    return typeof text === "string" ? pageOf(listItems(id, JSON.parse(text)), page) : null;
  }

  async items(ids: readonly string[], owner: Owner): Promise<ReadonlyMap<string, OutputItem>> {
    this.#assertOpen();
    if (ids.length === 0) return new Map();
    const texts = (await this.#connection.run("items", ...this.#lookupArgs(owner), ...ids)) as string[];
    const asked = new Set(ids);
    const output = texts.flatMap((text) => (JSON.parse(text) as ResponseObject).output);
    return new Map(output.filter(({ id }) => asked.has(id)).map((item) => [item.id, item]));
  }

  async delete(id: string, owner: Owner): Promise<boolean> {
    this.#assertOpen();
    await this.#flushCopies(id);
    const servers = await this.#connection.run("remove", id, ...this.#lookupArgs(owner));
    if (servers === null) return false;
    this.#forgetAll([id]);
    await this.group.notifyDeleted(id, servers as string[]);
    return true;
  }

  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  async #keep(
    { owner, response, ...ended }: EndedResponse,
    { parentId, text }: History,
    terminal: LoggedEvent | null,
    hasLog: boolean,
  ): Promise<readonly [answer: string, detail?: unknown]> {
    const { limits, now } = this.#options;
    const body = bodyOf({ owner, response, ...ended });
    const answer = await this.#connection.run(
      "keep",
      response.id,
      this.group.server,
      ownerText(owner),
      parentId ?? "",
      body.input,
      body.response ?? "",
      body.chained ?? "",
      bytesOf(body),
      response.output.map(({ id }) => id).join(" "),
      text ?? "",
      text === null ? 0 : Buffer.byteLength(text),
      hasLog ? 1 : 0,
      terminal?.number ?? "",
      terminal?.text ?? "",
      now(),
      limits.age,
      limits.responses,
      limits.bytes,
    );
    return answer as [string, unknown];
  }

  async #readStatus(id: string, owner: string): Promise<LogStatus | null> {
    const { limits, now } = this.#options;
    const answer = await this.#connection.run("status", id, owner, now(), limits.age);
    if (answer === null) return null;
    const [server, ended, dropped, lives] = answer as [string, string, string, number];
    return { server, isEnded: ended === "1", dropped: Number(dropped), isServerAlive: lives === 1 };
  }

  /** Returns a response that another server runs, in its initial state. */
  async #readBegun(id: string, owner: Owner): Promise<ResponseObject | null> {
    const status = await this.#readStatus(id, ownerText(owner));
    if (status === null || status.isEnded) return null;
    const entries = (await this.#connection.command("xrange", "log", id, "-", "+", "COUNT", BEGINNING)) as [
      string,
      string[],
    ][];
    for (const [, [field, value]] of entries) {
      const event = field === "e" && value !== undefined ? JSON.parse(value) : null;
      if (event?.response !== undefined) return event.response;
    }
    return null;
  }

  /** Sends pending events of all responses, and waits for those of this one. */
  async #flushCopies(id: string): Promise<void> {
    for (const copy of this.#copies.values()) copy.flush();
    // The caller's next command reports the failure.
    await this.#copies
      .get(id)
      ?.sync()
      .catch(() => {});
  }

  #lookupArgs(owner: Owner): [owner: string, now: number, age: number] {
    const { limits, now } = this.#options;
    return [ownerText(owner), now(), limits.age];
  }

  #forgetAll(ids: readonly string[]): void {
    for (const id of ids) {
      this.#links.forget(id);
      this.#logs.drop(id);
    }
  }

  async #close(): Promise<void> {
    for (const copy of this.#copies.values()) copy.flush();
    await Promise.allSettled([...this.#copies.values()].map((copy) => copy.sync()));
    // If this fails, other servers notice that the lease ran out and clean up.
    await this.group.leave().catch(this.#options.onFault);
    this.#listener.close();
    this.#followed.close();
    this.#logs.close();
    this.#unstored.close();
    this.#connection.close();
  }

  #assertOpen(): void {
    if (this.#closed === null) return;
    throw new StoreError("store_closed", "the store is closed: open it again");
  }
}

function endedByOthers(id: string): StoreError {
  return new StoreError(
    "store_response_over",
    `another server ended response ${id}, because this server did not renew its lease: send the request again`,
  );
}
