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
  /** Milliseconds that the response goes on without a reader. */
  readonly grace: number;
  /** Who it begins with. */
  readonly reader: Reader;
  /** Called when the response is over; the recording is to be let go of with {@link Recording.forget} then. */
  readonly onOver: (recording: Recording) => void;
  /** Called when nobody can resume the response from here any more. */
  readonly onForgotten: () => void;
}

/**
 * A response that others than the connection it began on can follow, steer, interrupt and cancel. It begins with one
 * reader, that connection. When the last one has left, it goes on for its grace period; when it is over, it can be
 * taken up by another connection as long again.
 *
 * The reader that came last holds it: the response that its steers begin goes out there. Steers that wait when nobody
 * holds it wait for the next one who resumes it.
 */
export class Recording {
  readonly owner: Owner;
  readonly log: EventLog;
  readonly turn: Turn;
  readonly order: TurnOrder;
  /** Milliseconds. */
  readonly grace: number;
  /** Resolves after the response's last event. */
  readonly over: Promise<void>;
  /** Set once the response is over, for a connection that goes on with it. */
  entry: ChainEntry | null = null;
  /** The number of the last event that it has sent, late answers included; -1 before the first. */
  last = -1;
  /** What it keeps in memory once the response is over, also where that cannot be continued. */
  conversation: PromptLink | null = null;
  /** The response that its steers began by themselves. */
  successor: Recording | null = null;
  readonly #first: Reader;
  readonly #onOver: (recording: Recording) => void;
  readonly #onForgotten: () => void;
  readonly #forgotten = new AbortController();
  /** In the order in which they came. */
  readonly #readers = new Set<Reader>();
  #tellOver = () => {};
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
      this.#tellOver = resolve;
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

  /** Whose the responses are that follow this one by themselves. */
  get holder(): Reader | null {
    let holder: Reader | null = null;
    for (const reader of this.#readers) if (reader.goesOn) holder = reader;
    return holder;
  }

  /** Fires when nobody can go on from the response, where it is not stored. */
  get keeper(): AbortSignal {
    return this.holder?.gone ?? this.#forgotten.signal;
  }

  append({ event, type, text }: TurnEvent): void {
    const logged = { number: event.sequence_number, type, text, bytes: Buffer.byteLength(text) };
    this.last = event.sequence_number;
    if (!this.log.ended) {
      this.log.restore(logged);
      return;
    }
    // Late answers to those who steer or interrupt are no part of the response any more.
    for (const reader of this.#readers) if (reader !== this.#first) reader.late(this.turn.id, logged);
  }

  /** A reader comes, and holds the response from now on. */
  attach(reader: Reader): void {
    this.#readers.delete(reader);
    this.#readers.add(reader);
    if (!this.#isOver) clearTimeout(this.#timer);
  }

  /** A reader leaves. If it is the one that the response began with, that ends it, unless it has a grace period. */
  detach(reader: Reader): void {
    const held = this.holder === reader;
    if (!this.#readers.delete(reader)) return;
    if (this.#isOver) {
      if (held) this.#orphan();
      if (this.#forgotten.signal.aborted) this.#dropSteers();
    } else if (this.grace === 0) {
      if (reader === this.#first) this.turn.cancel();
    } else if (this.#readers.size === 0) {
      this.#after(() => this.turn.cancel());
    }
  }

  end(): void {
    this.#isOver = true;
    this.log.end();
    this.#tellOver();
    if (this.holder === null) this.#orphan();
    this.#onOver(this);
    if (this.grace === 0) this.forget();
    else this.#after(() => this.forget());
  }

  /** Nobody can resume the response any more. Safe to call twice. */
  forget(): void {
    clearTimeout(this.#timer);
    if (this.#forgotten.signal.aborted) return;
    // An exception of its own would keep, by its stack, what called this.
    this.#forgotten.abort("the response has ended");
    this.#onForgotten();
    this.#dropSteers();
    for (const reader of this.#readers) reader.forgotten(this.turn);
  }

  /** Nobody is there who would begin what its steers ask for. */
  #orphan(): void {
    if (!this.turn.leadsOn) return;
    this.turn.rest(this.entry?.tip ?? null);
    // Those who are still there have passed it up already, for the one who has left.
    if (this.holder !== null) {
      this.turn.steers.fail("the connection of the response is closed: send the input again");
    }
  }

  /** Nobody can come any more who would take those that wait. */
  #dropSteers(): void {
    if (this.holder === null) this.turn.steers.drop();
  }

  #after(act: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(act, this.grace).unref();
  }
}
