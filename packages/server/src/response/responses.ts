import type { OutputItem, ResponseError, ResponseObject } from "@flint/protocol";
import type { Logger } from "pino";
import type { ChainEntry } from "../chain/index.ts";
import type { ServerLimits } from "../limits.ts";
import {
  type BegunResponse,
  type ClaimedRequest,
  type EventLog,
  type ItemPage,
  type ItemPageRequest,
  listItems,
  type Owner,
  pageOf,
  type ResponseStore,
  StoreError,
  type StoreGroup,
} from "../store/index.ts";
import type { Turn, TurnEnd, TurnOrder } from "../turn/index.ts";
import { GroupOrders } from "./group-orders.ts";
import type { Reader } from "./reader.ts";
import { Recorder, type RecorderHost, type RecorderOptions } from "./recorder.ts";
import { Recording } from "./recording.ts";
import { Recordings } from "./recordings.ts";
import { RemoteResponse } from "./remote-response.ts";
import { digestOf } from "./request-digest.ts";
import { requestIdReusedError } from "./requests.ts";
import type { SentCreate } from "./same-request.ts";
import { WaitingRequests } from "./waiting-requests.ts";

export interface ResponsesOptions {
  readonly store: ResponseStore;
  readonly limits: ServerLimits;
  readonly logger: Logger;
}

export interface FoundLog {
  readonly id: string;
  readonly log: EventLog;
  /** Set while the response runs here, and during its grace period. */
  readonly recording: Recording | null;
  /** Set if the response runs on another server. */
  readonly elsewhere: RemoteResponse | null;
}

/** State shared by the views of all users. */
interface SharedState extends ResponsesOptions {
  readonly recordings: Recordings;
  readonly waiting: WaitingRequests;
  /** Running prefills of stored warm-ups, by response id. */
  readonly warming: Map<string, Promise<void>>;
  /** Listeners called for each deleted response. */
  readonly deletions: Set<(id: string) => void>;
}

/** One user's responses by id: running and stored ones. For other users they do not exist. */
export class Responses implements RecorderHost {
  readonly #common: SharedState;
  readonly #owner: Owner;

  private constructor(common: SharedState, owner: Owner) {
    this.#common = common;
    this.#owner = owner;
  }

  /** Opens the responses of requests without a key. */
  static open(options: ResponsesOptions): Responses {
    const { store, limits } = options;
    const recordings = new Recordings(limits.recordings, limits.recordingBytes);
    const common = {
      ...options,
      recordings,
      waiting: new WaitingRequests(),
      warming: new Map(),
      deletions: new Set<(id: string) => void>(),
    };
    const all = new Responses(common, null);
    if (store.group !== undefined) {
      const orders = new GroupOrders(recordings, store.group.heartbeat, (id) => all.#dropDeleted(id));
      store.group.listen((id, order) => orders.handle(id, order));
    }
    return all;
  }

  /** Returns the responses of another user of the same server. */
  of(owner: Owner): Responses {
    return owner === this.#owner ? this : new Responses(this.#common, owner);
  }

  /** Finds output items of stored responses by their ids. */
  items(ids: readonly string[]): Promise<ReadonlyMap<string, OutputItem>> {
    return this.#common.store.items(ids, this.#owner);
  }

  recorder(options: RecorderOptions): Recorder {
    return new Recorder(this, options);
  }

  record(turn: Turn, order: TurnOrder, reader: Reader): Recording | null {
    const { request, parent } = order;
    const { store, limits, recordings } = this.#common;
    const grace = Math.min(request.flint?.grace ?? 0, limits.grace);
    const stored = request.store !== false;
    const requestId = request.flint?.request_id;
    if (!stored && grace === 0 && requestId === undefined) return null;
    const { id } = turn;
    const owner = this.#owner;
    const previousId = parent?.response.id ?? null;
    const log = this.#openLog({ id, owner, previousId, stored });
    if (log === null) {
      this.unclaim(requestId);
      return null;
    }
    if (stored && requestId !== undefined) store.group?.begun(requestId, owner, id);
    const recording: Recording = new Recording({
      turn,
      order,
      owner,
      log,
      grace,
      reader,
      onOver: (it) => recordings.addEnded(it),
      onForgotten: () => {
        recordings.forget(recording);
        if (!stored) store.forget(id);
      },
    });
    recordings.add(recording);
    return recording;
  }

  async keep({ entry, input, terminal }: TurnEnd): Promise<ResponseError | null> {
    const { response, tip, warm } = entry;
    const { id } = response;
    const { store, logger, warming } = this.#common;
    if (warm !== null) {
      warming.set(id, warm);
      warm.then(() => warming.delete(id));
    }
    try {
      await store.keep({ owner: this.#owner, response, input, tip, terminal: terminal.event });
    } catch (cause) {
      if (cause instanceof StoreError && cause.code === "store_response_over") {
        logger.error({ err: cause, response: id }, "a response was ended by another server");
        return { code: "server_error", message: cause.message };
      }
      // The client still gets its answer; the log says that it was not stored.
      logger.error({ err: cause, response: id }, "a response could not be stored");
    }
    return null;
  }

  /** Finds a stored response to continue. */
  async entry(id: string): Promise<ChainEntry | undefined> {
    const { store, warming } = this.#common;
    const found = await store.tip(id, this.#owner);
    return found === null ? undefined : { ...found, lane: undefined, warm: warming.get(id) ?? null };
  }

  /** Returns the recording of a turn; null if it is not recorded. Works even after the response is forgotten. */
  recordingOf(turn: Turn): Recording | null {
    return this.#common.recordings.of(turn);
  }

  /** Finds a running response by its id or its request's id. */
  running(id: string): Recording | null {
    const recording = this.#common.recordings.find(id, this.#owner);
    return recording === null || recording.log.ended ? null : recording;
  }

  /**
   * Returns the response that the request already began under its id, on any server of the group, if it can be resumed.
   * If null, the caller must run the request: begin a response, or call {@link unclaim}. Rejects with ApiError
   * `request_id_reused` if another request was sent with this id.
   */
  async claim(sent: SentCreate): Promise<FoundLog | null> {
    const requestId = sent.flint?.request_id;
    if (requestId === undefined) return null;
    const stored = sent.store !== false;
    const { recordings, store } = this.#common;
    const own = await recordings.claim(requestId, this.#owner, sent);
    if (own !== null) return foundLogOf(own);
    try {
      const begun = stored && store.group ? await this.#claimInGroup(store.group, requestId, sent) : null;
      if (begun !== null) recordings.unclaim(requestId, this.#owner);
      return begun;
    } catch (cause) {
      // The store may have made the claim before it failed.
      this.unclaim(requestId);
      throw cause;
    }
  }

  /** Does what {@link claim} does, among all servers of the group. */
  async #claimInGroup(group: StoreGroup, requestId: string, sent: SentCreate): Promise<FoundLog | null> {
    const digest = digestOf(sent);
    let gone: string | null = null;
    for (;;) {
      const before: ClaimedRequest | null = await group.claim(requestId, this.#owner, digest, gone);
      if (before === null) return null;
      const begun = before.responseId === null ? null : await this.#findLog(before.responseId);
      // The response no longer exists: the id can be used again.
      if (before.responseId !== null && begun === null) gone = before.responseId;
      else if (before.isOther) throw requestIdReusedError();
      else return begun;
    }
  }

  unclaim(requestId: string | undefined): void {
    if (requestId === undefined) return;
    this.#common.recordings.unclaim(requestId, this.#owner);
    this.#common.store.group?.unclaim(requestId, this.#owner);
  }

  /** Finds a response by its id, or by its request's id while that is known; so do the methods below. */
  async get(name: string): Promise<ResponseObject | null> {
    const id = await this.idOf(name);
    return this.running(id)?.response ?? (await this.#common.store.get(id, this.#owner));
  }

  /** Finds the events of a response. */
  async log(name: string): Promise<FoundLog | null> {
    const recording = this.#common.recordings.find(name, this.#owner);
    return recording === null ? this.#findLog(await this.idOf(name)) : foundLogOf(recording);
  }

  async inputItems(name: string, page: ItemPageRequest): Promise<ItemPage | "unknown_item" | null> {
    const id = await this.idOf(name);
    const running = this.running(id);
    if (running === null) return this.#common.store.inputItems(id, this.#owner, page);
    return pageOf(listItems(running.turn.id, running.input), page);
  }

  /** Registers a create that waits on its lane. */
  addWaiting(requestId: string, turn: Turn, isStored: boolean): void {
    this.#common.waiting.add(requestId, this.#owner, turn, isStored);
  }

  /** Removes a create that is about to begin, or never will. */
  removeWaiting(requestId: string, turn: Turn): void {
    this.#common.waiting.delete(requestId, this.#owner, turn);
  }

  /**
   * Cancels a running response and resolves when it has ended. A queued one is not run, and ends when its turn comes.
   * Resolves to the response then; null if there is none.
   */
  async cancel(name: string): Promise<ResponseObject | null> {
    const begun = await this.#cancelBeforeBegin(name, () => true);
    if (begun !== null) return begun.response;
    const id = await this.#idOnceBegun(name);
    const running = this.running(id);
    if (running === null) {
      await this.#cancelElsewhere(id);
      return this.#common.store.get(id, this.#owner);
    }
    running.turn.cancel();
    await running.over;
    return running.response;
  }

  /**
   * Cancels the response of a request that has not begun one yet, and resolves to it; null if there is none with that
   * id, or `meant` rejects it.
   */
  async #cancelBeforeBegin(
    requestId: string,
    meant: (isStored: boolean) => boolean,
  ): Promise<Recording | null> {
    const { recordings, waiting } = this.#common;
    if (recordings.find(requestId, this.#owner) !== null) return null;
    const found = waiting.get(requestId, this.#owner);
    if (found !== null && !meant(found.isStored)) return null;
    found?.turn.cancel();
    await found?.settled;
    const own = found && recordings.of(found.turn);
    const begun = own ?? (await recordings.pending(requestId, this.#owner)) ?? null;
    if (begun === null || !meant(begun.order.request.store !== false)) return null;
    begun.turn.cancel();
    await begun.over;
    return begun;
  }

  /**
   * Cancels the response if it runs or waits, as {@link cancel} does, and deletes it from the store. Resolves to its
   * id; null if no stored response has that name.
   */
  async delete(name: string): Promise<string | null> {
    const { store } = this.#common;
    const begun = await this.#cancelBeforeBegin(name, (isStored) => isStored);
    const id = begun?.turn.id ?? (await this.#idOnceBegun(name));
    const running = this.running(id);
    if (running?.response?.store) {
      running.turn.cancel();
      await running.over;
    } else if (running === null) {
      await this.#cancelElsewhere(id);
    }
    if (!(await store.delete(id, this.#owner))) return null;
    this.#dropDeleted(id);
    return id;
  }

  /** Calls `tell` for each response deleted here or on another server. Returns a function that stops it. */
  onDeleted(tell: (id: string) => void): () => void {
    const { deletions } = this.#common;
    deletions.add(tell);
    return () => deletions.delete(tell);
  }

  /** Returns the id of the response that is named by its id or its request's id, here or on another server. */
  async idOf(name: string): Promise<string> {
    const { recordings, store } = this.#common;
    const recording = recordings.find(name, this.#owner);
    if (recording !== null) return recording.turn.id;
    if (name.startsWith("resp_")) return name;
    return (await store.group?.responseOf(name, this.#owner)) ?? name;
  }

  /** Does what {@link idOf} does, but waits if another server is about to begin the request's response. */
  async #idOnceBegun(name: string): Promise<string> {
    const { store, limits } = this.#common;
    const id = await this.idOf(name);
    if (id !== name || name.startsWith("resp_")) return id;
    const wait = AbortSignal.timeout(limits.groupWait);
    return (await store.group?.responseOf(name, this.#owner, wait)) ?? name;
  }

  /** Cancels the responses of all users. */
  cancelAll(): void {
    for (const { turn } of this.#common.recordings) turn.cancel();
  }

  /** Resolves when no response of any user is running. */
  async settled(): Promise<void> {
    await Promise.all([...this.#common.recordings].map(({ over }) => over));
  }

  /** Drops a deleted response, which could otherwise be resumed and continued within its grace period. */
  #dropDeleted(id: string): void {
    const { recordings, deletions } = this.#common;
    recordings.byId(id)?.forget();
    for (const tell of deletions) tell(id);
  }

  /** Returns null if the store accepts nothing: as in {@link keep}, the response runs without being stored. */
  #openLog(begun: BegunResponse): EventLog | null {
    const { store, logger } = this.#common;
    try {
      return store.begin(begun);
    } catch (cause) {
      if (!(cause instanceof StoreError)) throw cause;
      logger.error({ err: cause, response: begun.id }, "a response cannot be stored");
      return null;
    }
  }

  async #findLog(id: string): Promise<FoundLog | null> {
    const { store, logger } = this.#common;
    const log = await store.log(id, this.#owner);
    if (log === null) return null;
    const isElsewhere = store.group !== undefined && !log.ended;
    const onFault = (err: unknown) =>
      logger.warn({ err, response: id }, "another server could not be notified");
    const elsewhere = isElsewhere ? new RemoteResponse(store.group, id, this.#owner, onFault) : null;
    return { id, log, recording: null, elsewhere };
  }

  /** Cancels a response that another server runs, and waits for its end. */
  async #cancelElsewhere(id: string): Promise<void> {
    const { store, limits } = this.#common;
    if (!(await store.group?.tell(id, this.#owner, { type: "cancel" }))) return;
    const log = await store.log(id, this.#owner);
    if (log === null) return;
    await log.untilEnd(AbortSignal.timeout(limits.groupWait));
  }
}

function foundLogOf(recording: Recording): FoundLog {
  return { id: recording.turn.id, log: recording.log, recording, elsewhere: null };
}
