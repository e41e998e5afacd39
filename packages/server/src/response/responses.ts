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
import { Elsewhere } from "./elsewhere.ts";
import { GroupOrders } from "./group-orders.ts";
import type { Reader } from "./reader.ts";
import { Recorder, type RecorderHost, type RecorderOptions } from "./recorder.ts";
import { Recording } from "./recording.ts";
import { Recordings } from "./recordings.ts";
import { digestOf } from "./request-digest.ts";
import { reused } from "./requests.ts";
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
  /** Set while the response runs here, and for its grace period. */
  readonly recording: Recording | null;
  /** Set where the response runs on another server. */
  readonly elsewhere: Elsewhere | null;
}

/** What the views of all users have in common. */
interface Common extends ResponsesOptions {
  readonly recordings: Recordings;
  readonly waiting: WaitingRequests;
  /** Prefills of stored warm-ups that are under way. */
  readonly warming: Map<string, Promise<void>>;
  /** Told of each that is deleted. */
  readonly deletions: Set<(id: string) => void>;
}

/**
 * The responses of one user that can be looked up by their id: those that run, and those in the store. To everybody
 * else they do not exist.
 */
export class Responses implements RecorderHost {
  readonly #common: Common;
  readonly #owner: Owner;

  private constructor(common: Common, owner: Owner) {
    this.#common = common;
    this.#owner = owner;
  }

  /** Those of requests without a key. */
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
      const orders = new GroupOrders(recordings, store.group.heartbeat, (id) => all.#letGo(id));
      store.group.listen((id, order) => orders.take(id, order));
    }
    return all;
  }

  /** Those of another user of the same server. */
  of(owner: Owner): Responses {
    return owner === this.#owner ? this : new Responses(this.#common, owner);
  }

  /** Output items of stored responses, by their ids. */
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
    const log = this.#logFor({ id, owner, previousId, stored });
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
      onOver: (it) => recordings.ended(it),
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
      // The answer is worth more than its being stored: it goes out, and the log says what is missing.
      logger.error({ err: cause, response: id }, "a response could not be stored");
    }
    return null;
  }

  /** A stored response, to be continued. */
  async entry(id: string): Promise<ChainEntry | undefined> {
    const { store, warming } = this.#common;
    const found = await store.tip(id, this.#owner);
    return found === null ? undefined : { ...found, lane: undefined, warm: warming.get(id) ?? null };
  }

  /** The recording of a turn, as long as anybody has the turn; null where it is not recorded. */
  recordingOf(turn: Turn): Recording | null {
    return this.#common.recordings.of(turn);
  }

  /** A response that is not over, by its id or that of its request. */
  running(id: string): Recording | null {
    const recording = this.#common.recordings.find(id, this.#owner);
    return recording === null || recording.log.ended ? null : recording;
  }

  /**
   * The response that the request has begun before under its id, on any server of the group, if it can be resumed. Null
   * if the request is to be run: it then begins a response, or is given up with {@link unclaim}. Rejects with ApiError
   * `request_id_reused` where another request has been sent under that id.
   */
  async claim(sent: SentCreate): Promise<FoundLog | null> {
    const requestId = sent.flint?.request_id;
    if (requestId === undefined) return null;
    const stored = sent.store !== false;
    const { recordings, store } = this.#common;
    const own = await recordings.claim(requestId, this.#owner, sent);
    if (own !== null) return found(own);
    try {
      const begun = stored && store.group ? await this.#claimIn(store.group, requestId, sent) : null;
      if (begun !== null) recordings.unclaim(requestId, this.#owner);
      return begun;
    } catch (cause) {
      // The claim may have been made all the same.
      this.unclaim(requestId);
      throw cause;
    }
  }

  /** {@link claim} among all servers. */
  async #claimIn(group: StoreGroup, requestId: string, sent: SentCreate): Promise<FoundLog | null> {
    const digest = digestOf(sent);
    let gone: string | null = null;
    for (;;) {
      const before: ClaimedRequest | null = await group.claim(requestId, this.#owner, digest, gone);
      if (before === null) return null;
      const begun = before.responseId === null ? null : await this.#logOf(before.responseId);
      // What came of it is not there any more: its id is free.
      if (before.responseId !== null && begun === null) gone = before.responseId;
      else if (before.isOther) throw reused();
      else return begun;
    }
  }

  unclaim(requestId: string | undefined): void {
    if (requestId === undefined) return;
    this.#common.recordings.unclaim(requestId, this.#owner);
    this.#common.store.group?.unclaim(requestId, this.#owner);
  }

  /** By its id, or that of its request as long as that is known. So are those that follow. */
  async get(name: string): Promise<ResponseObject | null> {
    const id = await this.idOf(name);
    return this.running(id)?.response ?? (await this.#common.store.get(id, this.#owner));
  }

  /** The events of a response. */
  async log(name: string): Promise<FoundLog | null> {
    const recording = this.#common.recordings.find(name, this.#owner);
    return recording === null ? this.#logOf(await this.idOf(name)) : found(recording);
  }

  async inputItems(name: string, page: ItemPageRequest): Promise<ItemPage | "unknown_item" | null> {
    const id = await this.idOf(name);
    const running = this.running(id);
    if (running === null) return this.#common.store.inputItems(id, this.#owner, page);
    return pageOf(listItems(running.turn.id, running.input), page);
  }

  /** A create of that request waits on its lane from now on. */
  waits(requestId: string, turn: Turn, isStored: boolean): void {
    this.#common.waiting.add(requestId, this.#owner, turn, isStored);
  }

  /** It begins, in what follows at once, or never will. */
  waitsNoMore(requestId: string, turn: Turn): void {
    this.#common.waiting.delete(requestId, this.#owner, turn);
  }

  /**
   * Ends the response if it runs. One that waits on its lane is not run, and ends when its turn comes: so long this waits.
   * The response as it is then; null where there is none.
   */
  async cancel(name: string): Promise<ResponseObject | null> {
    const begun = await this.#cancelBeforehand(name, () => true);
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
   * The response, over, of a request that has begun none so far; null where there is none of that id, or none that is
   * `meant`, told by whether it is stored.
   */
  async #cancelBeforehand(
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
   * Ends the response if it runs or waits, as {@link cancel} does, and takes it out of the store. Its id; null where none
   * of that name is stored, or is to be.
   */
  async delete(name: string): Promise<string | null> {
    const { store } = this.#common;
    const begun = await this.#cancelBeforehand(name, (isStored) => isStored);
    const id = begun?.turn.id ?? (await this.#idOnceBegun(name));
    const running = this.running(id);
    if (running?.response?.store) {
      running.turn.cancel();
      await running.over;
    } else if (running === null) {
      await this.#cancelElsewhere(id);
    }
    if (!(await store.delete(id, this.#owner))) return null;
    this.#letGo(id);
    return id;
  }

  /** Calls `tell` for each that is deleted, here or on another server. The result ends that. */
  onDeleted(tell: (id: string) => void): () => void {
    const { deletions } = this.#common;
    deletions.add(tell);
    return () => deletions.delete(tell);
  }

  /** The id of the response that is named by its own, or by that of its request, here or on another server. */
  async idOf(name: string): Promise<string> {
    const { recordings, store } = this.#common;
    const recording = recordings.find(name, this.#owner);
    if (recording !== null) return recording.turn.id;
    if (name.startsWith("resp_")) return name;
    return (await store.group?.responseOf(name, this.#owner)) ?? name;
  }

  /** As {@link idOf}; where another server is about to begin the response of a request, that is waited for. */
  async #idOnceBegun(name: string): Promise<string> {
    const { store, limits } = this.#common;
    const id = await this.idOf(name);
    if (id !== name || name.startsWith("resp_")) return id;
    const wait = AbortSignal.timeout(limits.groupWait);
    return (await store.group?.responseOf(name, this.#owner, wait)) ?? name;
  }

  /** Ends those of all users. */
  cancelAll(): void {
    for (const { turn } of this.#common.recordings) turn.cancel();
  }

  /** Resolves when none of any user runs. */
  async settled(): Promise<void> {
    await Promise.all([...this.#common.recordings].map(({ over }) => over));
  }

  /** It has been deleted. Within its grace period it would be resumed and continued from here. */
  #letGo(id: string): void {
    const { recordings, deletions } = this.#common;
    recordings.byId(id)?.forget();
    for (const tell of deletions) tell(id);
  }

  /** Null where the store takes nothing: as with {@link keep}, the answer is worth more than its being stored. */
  #logFor(begun: BegunResponse): EventLog | null {
    const { store, logger } = this.#common;
    try {
      return store.begin(begun);
    } catch (cause) {
      if (!(cause instanceof StoreError)) throw cause;
      logger.error({ err: cause, response: begun.id }, "a response cannot be stored");
      return null;
    }
  }

  async #logOf(id: string): Promise<FoundLog | null> {
    const { store, logger } = this.#common;
    const log = await store.log(id, this.#owner);
    if (log === null) return null;
    const isElsewhere = store.group !== undefined && !log.ended;
    const onFault = (err: unknown) =>
      logger.warn({ err, response: id }, "another server could not be notified");
    const elsewhere = isElsewhere ? new Elsewhere(store.group, id, this.#owner, onFault) : null;
    return { id, log, recording: null, elsewhere };
  }

  /** Has a response ended that another server runs, and waits for that. */
  async #cancelElsewhere(id: string): Promise<void> {
    const { store, limits } = this.#common;
    if (!(await store.group?.tell(id, this.#owner, { type: "cancel" }))) return;
    const log = await store.log(id, this.#owner);
    if (log === null) return;
    await log.untilEnd(AbortSignal.timeout(limits.groupWait));
  }
}

function found(recording: Recording): FoundLog {
  return { id: recording.turn.id, log: recording.log, recording, elsewhere: null };
}
