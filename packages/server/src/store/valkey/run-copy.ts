import type { EventLog, LoggedEvent } from "../event-log.ts";
import type { StoreLimits } from "../limits.ts";
import { StoreError } from "../store-error.ts";
import type { ValkeyConnection } from "./connection.ts";

export interface RunCopyOptions {
  readonly connection: ValkeyConnection;
  readonly limits: StoreLimits;
  readonly id: string;
  readonly server: string;
  /** As the scripts know it. */
  readonly owner: string;
  readonly previousId: string | null;
  readonly log: EventLog;
  readonly now: () => number;
  /** Other servers have ended the response. */
  readonly onOver: () => void;
  /** No more is copied. */
  readonly onDone: () => void;
}

/** How long events gather before they are copied. Milliseconds. */
const GATHER = 3;
/** Commands of one response that wait for an answer at once. */
const IN_FLIGHT = 8;
const BATCH = 512;
/** Pause before what Valkey refused is tried again. */
const RETRY = 500;

/**
 * Copies the events of a response that runs here to Valkey as they come. It holds no queue of its own: what is not
 * there yet is in the log, within the log's bounds, so that a connection lost for a while loses nothing.
 */
export class RunCopy {
  readonly #options: RunCopyOptions;
  /** Events up to this number are on their way. */
  #sent = Number.NEGATIVE_INFINITY;
  #hasBegun = false;
  #inFlight = 0;
  #gathering: NodeJS.Timeout | null = null;
  #isEnding = false;
  #isDone = false;
  /** Why the last command failed; what it carried is sent again. */
  #failure: unknown = null;
  #settled: (() => void)[] = [];

  constructor(options: RunCopyOptions) {
    this.#options = options;
    this.flush();
  }

  /** There are new events. */
  touch(): void {
    this.#gathering ??= setTimeout(() => this.flush(), GATHER);
  }

  /** Sends what has not been sent. */
  flush(): void {
    if (this.#gathering !== null) clearTimeout(this.#gathering);
    this.#gathering = null;
    while (!this.#isDone && this.#failure === null && this.#inFlight < IN_FLIGHT) {
      const events = this.#unsent();
      if (events.length === 0 && this.#hasBegun) break;
      this.#hasBegun = true;
      this.#sent = events.at(-1)?.number ?? this.#sent;
      void this.#send(events);
    }
    if (this.#isEnding && this.#inFlight === 0 && this.#failure === null && !this.#isDone) void this.#end();
  }

  /** Resolves once all events until now are there. Rejects with {@link StoreError}. */
  async sync(): Promise<void> {
    if (this.#failure !== null && this.#inFlight === 0) this.#failure = null;
    this.flush();
    while (this.#inFlight > 0) {
      await new Promise<void>((resolve) => this.#settled.push(resolve));
      if (this.#inFlight === 0) this.flush();
    }
    if (this.#failure !== null) throw this.#failure;
  }

  /** Everything is sent from the beginning: it is not there any more. */
  restart(): void {
    this.#sent = Number.NEGATIVE_INFINITY;
    this.#hasBegun = false;
  }

  /** Everything after this number is sent again. */
  rewind(number: number): void {
    this.#sent = Math.min(this.#sent, number);
  }

  /** No event comes any more. */
  end(): void {
    this.#isEnding = true;
    this.flush();
  }

  /** The log is let go. Its end is told all the same, unless Valkey does not take it. */
  dropped(): void {
    if (this.#isEnding && this.#failure !== null) this.#abandon();
    else this.end();
  }

  #abandon(): void {
    if (this.#isDone) return;
    this.#isDone = true;
    if (this.#gathering !== null) clearTimeout(this.#gathering);
    this.#options.onDone();
  }

  #unsent(): readonly LoggedEvent[] {
    const { log } = this.#options;
    const events = log.read(this.#sent, BATCH);
    return events ?? log.events.slice(0, BATCH);
  }

  async #send(events: readonly LoggedEvent[]): Promise<void> {
    const { connection, limits, id, server, owner, previousId, log, now } = this.#options;
    const before = events[0] === undefined ? this.#sent : events[0].number - 1;
    this.#inFlight++;
    try {
      const answer = (await connection.run(
        "append",
        id,
        server,
        owner,
        previousId ?? "",
        log.dropped,
        log.dropped >= 0 ? log.dropped : (log.events[0]?.number ?? 0) - 1,
        limits.logEvents,
        limits.logBytes,
        limits.allLogBytes,
        now(),
        ...events.flatMap(({ number, text }) => [number, text]),
      )) as [string, number?];
      if (answer[0] === "over") this.#over();
      else if (answer[0] === "gap") this.rewind(answer[1] ?? before);
    } catch (cause) {
      this.rewind(before);
      this.#fail(cause);
    } finally {
      this.#inFlight--;
      this.#settle();
    }
  }

  async #end(): Promise<void> {
    const { connection, limits, id, server, now } = this.#options;
    this.#inFlight++;
    try {
      await connection.run("end", id, server, now(), limits.logRetention, limits.allLogBytes);
      this.#abandon();
    } catch (cause) {
      this.#fail(cause);
    } finally {
      this.#inFlight--;
      this.#settle();
    }
  }

  #over(): void {
    if (this.#isDone) return;
    this.#abandon();
    this.#options.onOver();
  }

  #fail(cause: unknown): void {
    if (this.#failure !== null) return;
    this.#failure = cause;
    if (cause instanceof StoreError && cause.code === "store_closed") {
      this.#abandon();
      return;
    }
    const again = () => {
      this.#failure = null;
      this.flush();
    };
    const { connection } = this.#options;
    if (connection.isUp) setTimeout(again, RETRY).unref();
    else connection.whenUp().then(again);
  }

  #settle(): void {
    if (this.#inFlight === 0) {
      const settled = this.#settled;
      this.#settled = [];
      for (const resolve of settled) resolve();
    }
    if (this.#failure === null) this.flush();
  }
}
