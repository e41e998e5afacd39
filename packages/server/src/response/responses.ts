import type { OutputItem, ResponseObject } from "@flint/protocol";
import type { Logger } from "pino";
import type { ChainEntry } from "../chain/index.ts";
import { KeptItems } from "../input/index.ts";
import type { ServerLimits } from "../limits.ts";
import {
  type EventLog,
  type ItemPage,
  type ItemPageRequest,
  listItems,
  type Owner,
  pageOf,
  type ResponseStore,
} from "../store/index.ts";
import type { Turn, TurnEnd, TurnOrder } from "../turn/index.ts";
import { Recorder, type RecorderHost } from "./recorder.ts";
import { Recording } from "./recording.ts";

export interface ResponsesOptions {
  readonly store: ResponseStore;
  readonly limits: ServerLimits;
  readonly logger: Logger;
  /** Whose requests these are. The server knows no users, so everything is everybody's. */
  readonly owner?: Owner;
}

export interface FoundLog {
  readonly log: EventLog;
  /** Set while the response runs, and for its grace period. */
  readonly recording: Recording | null;
}

/** The responses that can be looked up by their id: those that run, and those in the store. */
export class Responses implements RecorderHost {
  readonly #store: ResponseStore;
  readonly #limits: ServerLimits;
  readonly #logger: Logger;
  readonly #owner: Owner;
  readonly #recordings = new Map<string, Recording>();
  readonly #items: KeptItems;
  /** Prefills of stored warm-ups that are under way. */
  readonly #warming = new Map<string, Promise<void>>();

  constructor({ store, limits, logger, owner = null }: ResponsesOptions) {
    this.#store = store;
    this.#limits = limits;
    this.#logger = logger;
    this.#owner = owner;
    this.#items = new KeptItems(limits.referableItems);
  }

  /** An output item of a stored response. */
  item(id: string): OutputItem | undefined {
    return this.#items.get(id);
  }

  recorder(): Recorder {
    return new Recorder(this);
  }

  record(turn: Turn, order: TurnOrder): Recording | null {
    const { request, parent, steers } = order;
    const grace = Math.min(request.flint?.grace ?? 0, this.#limits.grace);
    if (request.store === false && grace === 0) return null;
    const { id } = turn;
    const owner = this.#owner;
    const previousId = parent?.response.id ?? null;
    const recording = new Recording({
      turn,
      owner,
      log: this.#store.begin({ id, owner, previousId }),
      input: [...steers.flatMap((steer) => steer.input), ...request.input],
      grace,
      onForgotten: () => this.#recordings.delete(id),
    });
    this.#recordings.set(id, recording);
    return recording;
  }

  async keep({ entry, input, terminal }: TurnEnd): Promise<void> {
    const { response, tip, warm } = entry;
    const { id } = response;
    this.#items.put(response);
    if (warm !== null) {
      this.#warming.set(id, warm);
      warm.then(() => this.#warming.delete(id));
    }
    try {
      await this.#store.keep({ owner: this.#owner, response, input, tip, terminal: terminal.event });
    } catch (cause) {
      // The answer is worth more than its being stored: it goes out, and the log says what is missing.
      this.#logger.error({ err: cause, response: id }, "a response could not be stored");
    }
  }

  /** A stored response, to be continued. */
  async entry(id: string): Promise<ChainEntry | undefined> {
    const found = await this.#store.tip(id, this.#owner);
    return found === null ? undefined : { ...found, lane: undefined, warm: this.#warming.get(id) ?? null };
  }

  /** A response that is not over. */
  running(id: string): Recording | null {
    const recording = this.#recordings.get(id);
    return recording === undefined || recording.log.ended ? null : recording;
  }

  async get(id: string): Promise<ResponseObject | null> {
    return this.running(id)?.response ?? (await this.#store.get(id, this.#owner));
  }

  async log(id: string): Promise<FoundLog | null> {
    const recording = this.#recordings.get(id) ?? null;
    const log = recording?.log ?? (await this.#store.log(id, this.#owner));
    return log === null ? null : { log, recording };
  }

  async inputItems(id: string, page: ItemPageRequest): Promise<ItemPage | "unknown_item" | null> {
    const running = this.running(id);
    if (running === null) return this.#store.inputItems(id, this.#owner, page);
    return pageOf(listItems(id, running.input), page);
  }

  /** Ends the response if it runs. The response as it is then; null where there is none. */
  async cancel(id: string): Promise<ResponseObject | null> {
    const running = this.running(id);
    if (running === null) return this.#store.get(id, this.#owner);
    running.turn.cancel();
    await running.over;
    return running.response;
  }

  async delete(id: string): Promise<boolean> {
    const running = this.running(id);
    if (running?.response?.store) {
      running.turn.cancel();
      await running.over;
    }
    return this.#store.delete(id, this.#owner);
  }

  cancelAll(): void {
    for (const { turn } of this.#recordings.values()) turn.cancel();
  }

  /** Resolves when none runs. */
  async settled(): Promise<void> {
    await Promise.all([...this.#recordings.values()].map(({ over }) => over));
  }
}
