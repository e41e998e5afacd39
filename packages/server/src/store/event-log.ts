import type { ResponseEvent } from "@flint/protocol";

/** An event of a response, encoded once for all who read it. */
export interface LoggedEvent {
  /** Its `sequence_number`. */
  readonly number: number;
  readonly type: string;
  /** The event as JSON, without the lane that it first went out on. */
  readonly text: string;
  /** Of `text` as UTF-8. */
  readonly bytes: number;
}

export interface EventLogOptions {
  readonly events: number;
  readonly bytes: number;
  /** Told how many bytes the log has grown by; negative where it has shrunk. */
  readonly onSize?: (bytes: number) => void;
  /** Called after each event. */
  readonly onAppend?: () => void;
  /** Called once, when no more events can come. */
  readonly onEnd?: () => void;
}

/** Events that a follower is given at once. */
const BATCH = 256;

/** A response's events in order, by number. Bounded: past its bounds the oldest go. */
export class EventLog {
  readonly #options: EventLogOptions;
  #onSize: (bytes: number) => void;
  #events: LoggedEvent[] = [];
  /** Index of the oldest event that is kept; those before it wait to be cut off together. */
  #head = 0;
  /** The number of the last event that was dropped; -1 where none was. */
  #dropped = -1;
  #bytes = 0;
  #ended = false;
  #isCutShort = false;
  #followers = 0;
  #waiting: (() => void)[] = [];

  constructor(options: EventLogOptions) {
    this.#options = options;
    this.#onSize = options.onSize ?? (() => {});
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** Whether no more events can come. */
  get ended(): boolean {
    return this.#ended;
  }

  /** The number of the last event that was dropped; -1 where none was. */
  get dropped(): number {
    return this.#dropped;
  }

  /** The number of the last event that readers may have; -1 where none has come, and without bound where it was cut short. */
  get last(): number {
    return this.#isCutShort ? Number.POSITIVE_INFINITY : (this.#events.at(-1)?.number ?? this.#dropped);
  }

  /** Whether anybody reads it as it comes. */
  get isFollowed(): boolean {
    return this.#followers > 0;
  }

  /** How many events are kept. */
  get size(): number {
    return this.#events.length - this.#head;
  }

  /** Events that are kept, the oldest first: a copy, where some were dropped. */
  get events(): readonly LoggedEvent[] {
    return this.#head === 0 ? this.#events : this.#events.slice(this.#head);
  }

  /** Numbers must go up by one; the first may be any. */
  append(event: ResponseEvent): LoggedEvent {
    return this.restore(encodeEvent(event));
  }

  /** The earlier events of a log that is taken in again are gone. */
  droppedBefore(number: number): void {
    this.#dropped = number - 1;
  }

  /**
   * The server that ran the response has died, and may have sent events that are not here. Followers who have got
   * further than its last event are told that one all the same, under the number that they expect.
   */
  cutShort(): void {
    this.#isCutShort = true;
  }

  /** {@link append} for an event that was encoded before. */
  restore(logged: LoggedEvent): LoggedEvent {
    const last = this.#events.at(-1);
    if (last !== undefined && logged.number !== last.number + 1) {
      throw new RangeError(`event ${logged.number} cannot follow event ${last.number}`);
    }
    this.#events.push(logged);
    this.#grow(logged.bytes);
    while (this.#isOver()) this.dropOldest();
    this.#wake();
    this.#options.onAppend?.();
    return logged;
  }

  /** The events after that number, -1 for all; null where some of them have been dropped. */
  read(after: number, limit = Number.POSITIVE_INFINITY): readonly LoggedEvent[] | null {
    if (after < this.#dropped) return null;
    const first = this.#events[this.#head];
    if (first === undefined) return [];
    const from = this.#head + Math.max(0, after + 1 - first.number);
    return this.#events.slice(from, from + limit);
  }

  /**
   * The events after that number, and those that come, until the log ends or the signal fires. Throws
   * {@link EventsDropped} where a reader is so slow that its next event has been dropped, and {@link EventAhead} where the
   * log has ended without an event of that number.
   */
  async *follow(after: number, signal: AbortSignal): AsyncGenerator<readonly LoggedEvent[], void, undefined> {
    let at = after;
    const wake = () => this.#wake();
    signal.addEventListener("abort", wake);
    this.#followers++;
    try {
      while (!signal.aborted) {
        const events = this.read(at, BATCH);
        if (events === null) throw new EventsDropped();
        const last = events.at(-1);
        if (last !== undefined) {
          at = last.number;
          yield events;
        } else if (this.#ended) {
          if (at > this.last) throw new EventAhead(this.last);
          const missed = this.#missedEnd(at, after);
          if (missed !== null) yield [missed];
          return;
        } else {
          await this.#change();
        }
      }
    } finally {
      this.#followers--;
      signal.removeEventListener("abort", wake);
    }
  }

  /** Resolves when the log ends or the signal fires, whatever is dropped meanwhile. */
  async untilEnd(signal: AbortSignal): Promise<void> {
    const wake = () => this.#wake();
    signal.addEventListener("abort", wake);
    this.#followers++;
    try {
      while (!this.#ended && !signal.aborted) await this.#change();
    } finally {
      this.#followers--;
      signal.removeEventListener("abort", wake);
    }
  }

  /** Nobody counts its size any more. */
  detach(): void {
    this.#onSize = () => {};
  }

  /** No event comes any more. Safe to call twice. */
  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#options.onEnd?.();
    this.#wake();
  }

  dropOldest(): void {
    const oldest = this.#events[this.#head];
    if (oldest === undefined) return;
    this.#head++;
    this.#dropped = oldest.number;
    this.#grow(-oldest.bytes);
    if (this.#head * 2 > this.#events.length) {
      this.#events = this.#events.slice(this.#head);
      this.#head = 0;
    }
  }

  /** The last event, for one who stands at `at` and began at `after` without having been told it. */
  #missedEnd(at: number, after: number): LoggedEvent | null {
    const last = this.#events.at(-1);
    if (!this.#isCutShort || last === undefined || at < last.number || (at === last.number && at !== after)) {
      return null;
    }
    return encodeEvent({ ...JSON.parse(last.text), sequence_number: at + 1 });
  }

  /** Whether it holds more than it may, the latest event aside. */
  #isOver(): boolean {
    return this.size > 1 && (this.size > this.#options.events || this.#bytes > this.#options.bytes);
  }

  #grow(bytes: number): void {
    this.#bytes += bytes;
    this.#onSize(bytes);
  }

  #change(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #wake(): void {
    if (this.#waiting.length === 0) return;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}

/** Events that were asked for are no longer kept: the log's bounds have pushed them out. */
export class EventsDropped extends Error {
  override readonly name = "EventsDropped";

  constructor() {
    super("events of this response were dropped: retrieve the response itself");
  }
}

/** Events were asked for after one that there is not. */
export class EventAhead extends Error {
  override readonly name = "EventAhead";

  constructor(last: number) {
    super(`\`starting_after\`: the response's last event is number ${last}: use a number up to that`);
  }
}

export function encodeEvent(event: ResponseEvent): LoggedEvent {
  const text = JSON.stringify(event.stream_id === undefined ? event : { ...event, stream_id: undefined });
  return { number: event.sequence_number, type: event.type, text, bytes: Buffer.byteLength(text) };
}

/** An event as it was written down: `text` is {@link encodeEvent}'s. */
export function readLoggedEvent(text: string): LoggedEvent {
  const { type, sequence_number } = JSON.parse(text);
  return { number: sequence_number, type, text, bytes: Buffer.byteLength(text) };
}
