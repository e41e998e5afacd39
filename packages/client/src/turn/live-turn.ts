import { FlintError } from "../error/index.ts";
import { EventLog, type Join } from "./event-log.ts";
import type { Acknowledgement, Turn } from "./turn.ts";
import { type Resolvers, withResolvers } from "./with-resolvers.ts";

/** What a turn's buttons do. */
export interface TurnControls {
  interrupt(): Promise<Acknowledgement>;
  steer(text: string): Promise<Acknowledgement>;
}

/** A turn as its caller holds it: one bounded log of events and one result, filled by whoever runs it. */
export class LiveTurn<Result, Event> implements Turn<Result, Event> {
  readonly result: Promise<Result>;
  readonly #log: EventLog<Event>;
  readonly #capacity: number;
  readonly #controls = withResolvers<TurnControls>();
  readonly #settle: Resolvers<Result>;

  constructor(capacity: number, join: Join<Event>) {
    this.#capacity = capacity;
    this.#log = new EventLog(capacity, join);
    this.#settle = withResolvers();
    this.result = this.#settle.promise;
    // A caller that only iterates learns of the failure from the iterator.
    this.result.catch(() => {});
    this.#controls.promise.catch(() => {});
  }

  /** The turn has begun; what was called on it before takes effect now. */
  control(controls: TurnControls): void {
    this.#controls.resolve(controls);
  }

  /** Null; or why the event cannot be kept: the turn is then to be given up with that. */
  emit(event: Event): FlintError | null {
    if (this.#log.append(event)) return null;
    return new FlintError(
      "limit_exceeded",
      `the turn has more than ${this.#capacity} events: raise limits.turnEvents, or ask for less at once`,
    );
  }

  resolve(result: Result): void {
    this.#log.end("done");
    this.#settle.resolve(result);
  }

  /** A {@link FlintError}; anything else is a bug, and shows itself by its stack. */
  reject(error: unknown): void {
    this.#log.end({ error });
    this.#settle.reject(error);
    this.#controls.reject(error);
  }

  interrupt(): Promise<Acknowledgement> {
    return this.#controls.promise.then(
      (controls) => controls.interrupt(),
      // It failed before it began: there is nothing to stop.
      () => ({ milliseconds: 0 }),
    );
  }

  async steer(text: string): Promise<Acknowledgement> {
    if (typeof text !== "string" || text.trim() === "") {
      throw new FlintError("invalid_argument", "the steer is empty: say what to do differently");
    }
    const controls = await this.#controls.promise;
    return controls.steer(text);
  }

  // biome-ignore lint/suspicious/noThenProperty: a turn is awaited for its result
  then<A = Result, B = never>(
    fulfilled?: ((value: Result) => A | PromiseLike<A>) | null,
    rejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.result.then(fulfilled, rejected);
  }

  [Symbol.asyncIterator](): AsyncGenerator<Event, void, undefined> {
    return this.#log[Symbol.asyncIterator]();
  }
}
