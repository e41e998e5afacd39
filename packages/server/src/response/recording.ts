import type { PromptLink } from "@flint/engine";
import type { InputItem, ResponseObject } from "@flint/protocol";
import type { ChainEntry } from "../chain/index.ts";
import type { EventLog, Owner } from "../store/index.ts";
import type { Turn, TurnEvent, TurnOrder } from "../turn/index.ts";
import type { Reader } from "./reader.ts";

export interface RecordingOptions {
  readonly turn: Turn;
  readonly order: TurnOrder;
  readonly owner: Owner;
  readonly log: EventLog;
  /** How long the response continues without a reader, in ms. */
  readonly grace: number;
  /** The first reader of the response. */
  readonly reader: Reader;
  /** Called when the response has ended; the recording should then be dropped with {@link Recording.forget}. */
  readonly onOver: (recording: Recording) => void;
  /** Called when the response can no longer be resumed from here. */
  readonly onForgotten: () => void;
}

/**
 * A response that other connections than its first can read, steer, interrupt and cancel. Its first reader is the
 * connection it began on. After the last one has left, it runs on for its grace period; after its end, another
 * connection can resume it for as long again.
 *
 * The newest reader holds it: the response that its steers begin is sent there. If there is no holder, waiting steers
 * wait for the next connection that resumes it.
 */
export class Recording {
  readonly owner: Owner;
  readonly log: EventLog;
  readonly turn: Turn;
  readonly order: TurnOrder;
  /** In ms. */
  readonly grace: number;
  /** Resolves after the response's last event. */
  readonly over: Promise<void>;
  /** Set when the response has ended, for a connection that continues it. */
  entry: ChainEntry | null = null;
  /** Sequence number of the last event sent, including late replies; -1 before the first. */
  last = -1;
  /** The conversation kept in memory after the response's end, even if that cannot be continued. */
  conversation: PromptLink | null = null;
  /** The response that its steers began. */
  successor: Recording | null = null;
  readonly #first: Reader;
  readonly #onOver: (recording: Recording) => void;
  readonly #onForgotten: () => void;
  readonly #forgotten = new AbortController();
  /** In order of arrival. */
  readonly #readers = new Set<Reader>();
  #resolveOver = () => {};
  #isOver = false;
  #timer: NodeJS.Timeout | undefined;

  constructor({ turn, order, owner, log, grace, reader, onOver, onForgotten }: RecordingOptions) {
    this.turn = turn;
    this.order = order;
    this.owner = owner;
    this.log = log;
    this.grace = grace;
    this.#first = reader;
    this.#readers.add(reader);
    this.#onOver = onOver;
    this.#onForgotten = onForgotten;
    this.over = new Promise((resolve) => {
      this.#resolveOver = resolve;
    });
  }

  get response(): ResponseObject | null {
    return this.turn.response;
  }

  /** The response's own input. */
  get input(): readonly InputItem[] {
    const { steers, request } = this.order;
    return [...steers.flatMap(({ input }) => input), ...request.input];
  }

  /** The reader that receives the responses begun by its steers. */
  get holder(): Reader | null {
    let holder: Reader | null = null;
    for (const reader of this.#readers) if (reader.receivesSuccessors) holder = reader;
    return holder;
  }

  /** Fires when a response that is not stored can no longer be continued. */
  get keeperGone(): AbortSignal {
    return this.holder?.gone ?? this.#forgotten.signal;
  }

  append({ event, type, text }: TurnEvent): void {
    const logged = { number: event.sequence_number, type, text, bytes: Buffer.byteLength(text) };
    this.last = event.sequence_number;
    if (!this.log.ended) {
      this.log.restore(logged);
      return;
    }
    // Late replies to steers and interrupts are not part of the response.
    for (const reader of this.#readers) if (reader !== this.#first) reader.onLateEvent(this.turn.id, logged);
  }

  /** Adds a reader, which becomes the holder. */
  attach(reader: Reader): void {
    this.#readers.delete(reader);
    this.#readers.add(reader);
    if (!this.#isOver) clearTimeout(this.#timer);
  }

  /** Removes a reader. Without a grace period, the response is cancelled when its first reader leaves. */
  detach(reader: Reader): void {
    const held = this.holder === reader;
    if (!this.#readers.delete(reader)) return;
    if (this.#isOver) {
      if (held) this.#parkThread();
      if (this.#forgotten.signal.aborted) this.#dropSteers();
    } else if (this.grace === 0) {
      if (reader === this.#first) this.turn.cancel();
    } else if (this.#readers.size === 0) {
      this.#startGrace(() => this.turn.cancel());
    }
  }

  end(): void {
    this.#isOver = true;
    this.log.end();
    this.#resolveOver();
    if (this.holder === null) this.#parkThread();
    this.#onOver(this);
    if (this.grace === 0) this.forget();
    else this.#startGrace(() => this.forget());
  }

  /** Makes the response impossible to resume. May be called twice. */
  forget(): void {
    clearTimeout(this.#timer);
    if (this.#forgotten.signal.aborted) return;
    // A reason given as a string: the default exception's stack would keep the caller in memory.
    this.#forgotten.abort("the response has ended");
    this.#onForgotten();
    this.#dropSteers();
    for (const reader of this.#readers) reader.onForgotten(this.turn);
  }

  /** Parks the thread: no reader is there to receive the response that its steers would begin. */
  #parkThread(): void {
    if (!this.turn.hasNext) return;
    this.turn.parkThread(this.entry?.tip ?? null);
    // The remaining readers have already left the next response to the holder, which is gone now.
    if (this.holder !== null) {
      this.turn.steers.fail("the connection of the response is closed: send the input again");
    }
  }

  /** Drops the waiting steers if no reader can receive them. */
  #dropSteers(): void {
    if (this.holder === null) this.turn.steers.drop();
  }

  #startGrace(act: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(act, this.grace).unref();
  }
}
