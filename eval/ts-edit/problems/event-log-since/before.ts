export interface LogEvent<T> {
  readonly sequence: number;
  readonly value: T;
}

/** The last events of a stream, numbered from 1. */
export class EventLog<T> {
  readonly #capacity: number;
  #events: LogEvent<T>[] = [];
  #next = 1;

  constructor(capacity = 1000) {
    this.#capacity = capacity;
  }

  /** The sequence number of the first event that is still here; null if there is none. */
  get oldest(): number | null {
    return this.#events[0]?.sequence ?? null;
  }

  append(value: T): number {
    const sequence = this.#next++;
    this.#events.push({ sequence, value });
    if (this.#events.length > this.#capacity) this.#events.shift();
    return sequence;
  }

  read(): LogEvent<T>[] {
    return [...this.#events];
  }
}
