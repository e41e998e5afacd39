import type { ResponseEvent } from "@flint/protocol";

/** A response's event, encoded once for all readers. */
export interface LoggedEvent {
  /** Its `sequence_number`. */
  readonly number: number;
  readonly type: string;
  /** The event as JSON, without the lane it was first sent on. */
  readonly text: string;
  /** Size of `text` in UTF-8. */
  readonly bytes: number;
}

export interface EventLogOptions {
  readonly events: number;
  readonly bytes: number;
  /** Called with the number of bytes by which the log grew; negative if it shrank. */
  readonly onSize?: (bytes: number) => void;
  /** Called after each event. */
  readonly onAppend?: () => void;
  /** Called once, when the log ends. */
  readonly onEnd?: () => void;
}

/** Maximum number of events yielded to a follower at once. */
const BATCH = 256;

/** A response's events in order of number. Beyond the log's limits, the oldest are dropped. */
export class EventLog {
  readonly #options: EventLogOptions;
  #onSize: (bytes: number) => void;
  #events: LoggedEvent[] = [];
  /** Index of the oldest event kept. Dropped events before it are removed from the array in bulk. */
  #head = 0;
  /** Number of the last dropped event; -1 if none. */
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

  /** Whether the log has ended: no more events will be appended. */
  get ended(): boolean {
    return this.#ended;
  }

  /** Number of the last dropped event; -1 if none. */
  get dropped(): number {
    return this.#dropped;
  }

  /** Number of the last event; -1 if none has come, and `Infinity` if it was cut short. */
  get last(): number {
    return this.#isCutShort ? Number.POSITIVE_INFINITY : (this.#events.at(-1)?.number ?? this.#dropped);
  }

  /** Whether the log has followers. */
  get isFollowed(): boolean {
    return this.#followers > 0;
  }

  /** Number of events kept. */
  get size(): number {
    return this.#events.length - this.#head;
  }

  /** Events kept, oldest first. A copy if some were dropped. */
  get events(): readonly LoggedEvent[] {
    return this.#head === 0 ? this.#events : this.#events.slice(this.#head);
  }

  /** Appends an event. Numbers must be consecutive; the first may be any. */
  append(event: ResponseEvent): LoggedEvent {
    return this.restore(encodeEvent(event));
  }

  /** Marks events before this number as dropped, in a log restored from elsewhere. */
  droppedBefore(number: number): void {
    this.#dropped = number - 1;
  }

  /**
   * Marks the log of a response whose server died, possibly after sending events that are missing here. Followers that
   * are past its last event still receive that event, under the next number they expect.
   */
  cutShort(): void {
    this.#isCutShort = true;
  }

  /** Appends an event that is already encoded; otherwise like {@link append}. */
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

  /** Returns the events after number `after` (-1 for all), or null if some of them were dropped. */
  read(after: number, limit = Number.POSITIVE_INFINITY): readonly LoggedEvent[] | null {
    if (after < this.#dropped) return null;
    const first = this.#events[this.#head];
    if (first === undefined) return [];
    const from = this.#head + Math.max(0, after + 1 - first.number);
    return this.#events.slice(from, from + limit);
  }

  /**
   * Yields events after number `after` as they arrive, until the log ends or the signal aborts. Throws
   * {@link EventsDropped} if the reader's next event was dropped, and {@link EventAhead} if the log ended before an
   * event numbered `after`.
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

  /** Resolves when the log ends or the signal aborts, even if events are dropped meanwhile. */
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

  /** Stops reporting size changes to `onSize`. */
  detach(): void {
    this.#onSize = () => {};
  }

  /** Ends the log. Later calls do nothing. */
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

  /** Returns the final event of a cut-short log if a reader at `at` that started after `after` has not received it. */
  #missedEnd(at: number, after: number): LoggedEvent | null {
    const last = this.#events.at(-1);
    if (!this.#isCutShort || last === undefined || at < last.number || (at === last.number && at !== after)) {
      return null;
    }
    return encodeEvent({ ...JSON.parse(last.text), sequence_number: at + 1 });
  }

  /** Whether the log exceeds its limits. The latest event is always kept. */
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

/** Thrown when requested events have been dropped because of the log's limits. */
export class EventsDropped extends Error {
  override readonly name = "EventsDropped";

  constructor() {
    super("events of this response were dropped: retrieve the response itself");
  }
}

/** Thrown when events are requested after a number beyond the response's last event. */
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

/** Parses an event's stored JSON, as written by {@link encodeEvent}. */
export function readLoggedEvent(text: string): LoggedEvent {
  const { type, sequence_number } = JSON.parse(text);
  return { number: sequence_number, type, text, bytes: Buffer.byteLength(text) };
}
