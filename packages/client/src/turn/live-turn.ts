import { FlintError } from "../error/index.ts";
import { EventLog, type Join } from "./event-log.ts";
import type { Acknowledgement, Turn } from "./turn.ts";
import { type Resolvers, withResolvers } from "./with-resolvers.ts";

/** The actions of a running turn. */
export interface TurnControls {
  interrupt(): Promise<Acknowledgement>;
  steer(text: string): Promise<Acknowledgement>;
}

/** A turn as its caller sees it: a bounded log of events and a result, filled by the code that runs the turn. */
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
    // A caller that only iterates receives the error from the iterator.
    this.result.catch(() => {});
    this.#controls.promise.catch(() => {});
  }

  /** The turn has begun; earlier calls take effect now. */
  setControls(controls: TurnControls): void {
    this.#controls.resolve(controls);
  }

  /** Emits an event. Returns null, or an error if the log is full: the turn then has to fail with it. */
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

  /** Fails the turn with a {@link FlintError}; any other error is a bug, which its stack shows. */
  reject(error: unknown): void {
    this.#log.end({ error });
    this.#settle.reject(error);
    this.#controls.reject(error);
  }

  interrupt(): Promise<Acknowledgement> {
    return this.#controls.promise.then(
      (controls) => controls.interrupt(),
      // The turn failed before it began: there is nothing to stop.
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
