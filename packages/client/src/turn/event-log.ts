/** Joins two consecutive events into an equivalent one; returns null if that is not possible. */
export type Join<Event> = (first: Event, second: Event) => Event | null;

/**
 * The events of a turn, for any number of iterators: each gets all events from the first on, at its own pace. Bounded:
 * when full, it joins consecutive events unless an iterator is between them.
 */
export class EventLog<Event> {
  readonly #capacity: number;
  readonly #join: Join<Event>;
  readonly #cursors = new Set<{ next: number }>();
  #events: Event[] = [];
  #end: { error: unknown } | "done" | null = null;
  #waiting: (() => void)[] = [];

  constructor(capacity: number, join: Join<Event>) {
    this.#capacity = capacity;
    this.#join = join;
  }

  get size(): number {
    return this.#events.length;
  }

  /** Returns false, without adding the event, if the log is full of events that cannot be joined. */
  append(event: Event): boolean {
    if (this.#events.length >= this.#capacity) {
      this.#compact();
      if (this.#events.length >= this.#capacity) return false;
    }
    this.#events.push(event);
    this.#notify();
    return true;
  }

  /** Ends the log: after the last event, iterators end, or throw `error`. */
  end(outcome: "done" | { error: unknown }): void {
    this.#end ??= outcome;
    this.#notify();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Event, void, undefined> {
    const cursor = { next: 0 };
    this.#cursors.add(cursor);
    try {
      while (true) {
        if (cursor.next < this.#events.length) {
          const event = this.#events[cursor.next++] as Event;
          yield event;
        } else if (this.#end === "done") return;
        else if (this.#end !== null) throw this.#end.error;
        else await new Promise<void>((resolve) => this.#waiting.push(resolve));
      }
    } finally {
      this.#cursors.delete(cursor);
    }
  }

  #notify(): void {
    const wake = this.#waiting;
    this.#waiting = [];
    for (const resolve of wake) resolve();
  }

  /** Joins events, but never one that an iterator has already returned with one that it has not. */
  #compact(): void {
    const cuts = new Map<number, { next: number }[]>();
    for (const cursor of this.#cursors) cuts.set(cursor.next, [...(cuts.get(cursor.next) ?? []), cursor]);
    const kept: Event[] = [];
    for (const [index, event] of this.#events.entries()) {
      const cursorsHere = cuts.get(index);
      const last = kept.at(-1);
      const joined = cursorsHere === undefined && last !== undefined ? this.#join(last, event) : null;
      if (joined === null) {
        for (const cursor of cursorsHere ?? []) cursor.next = kept.length;
        kept.push(event);
      } else kept[kept.length - 1] = joined;
    }
    for (const cursor of cuts.get(this.#events.length) ?? []) cursor.next = kept.length;
    this.#events = kept;
  }
}
