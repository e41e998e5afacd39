import type { EventLog, LoggedEvent } from "../event-log.ts";
import type { StoreLimits } from "../limits.ts";
import { StoreError } from "../store-error.ts";
import type { ValkeyConnection } from "./connection.ts";

export interface RunCopyOptions {
  readonly connection: ValkeyConnection;
  readonly limits: StoreLimits;
  readonly id: string;
  readonly server: string;
  /** In the form of {@link ownerText}. */
  readonly owner: string;
  readonly previousId: string | null;
  readonly log: EventLog;
  readonly now: () => number;
  /** Called when another server has ended the response. */
  readonly onOver: () => void;
  /** Called when copying has stopped. */
  readonly onDone: () => void;
}

/** How long events are collected before they are copied. Milliseconds. */
const GATHER = 3;
/** Maximum number of unanswered commands per response. */
const IN_FLIGHT = 8;
const BATCH = 512;
/** Pause before retrying what Valkey refused. Milliseconds. */
const RETRY = 500;

/**
 * Copies the events of a response that runs here to Valkey. It has no queue: events not copied yet are read from the
 * log, within the log's limits, and a temporary loss of the connection loses none.
 */
export class RunCopy {
  readonly #options: RunCopyOptions;
  /** Number of the last event sent. */
  #sent = Number.NEGATIVE_INFINITY;
  #hasBegun = false;
  #inFlight = 0;
  #gathering: NodeJS.Timeout | null = null;
  #isEnding = false;
  #isDone = false;
  /** Why the last command failed, until its events are sent again. */
  #failure: unknown = null;
  #settled: (() => void)[] = [];

  constructor(options: RunCopyOptions) {
    this.#options = options;
    this.flush();
  }

  /** Schedules a copy of new events. */
  schedule(): void {
    this.#gathering ??= setTimeout(() => this.flush(), GATHER);
  }

  /** Sends unsent events. */
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

  /** Resolves when all events so far are in Valkey. Rejects with {@link StoreError}. */
  async sync(): Promise<void> {
    if (this.#failure !== null && this.#inFlight === 0) this.#failure = null;
    this.flush();
    while (this.#inFlight > 0) {
      await new Promise<void>((resolve) => this.#settled.push(resolve));
      if (this.#inFlight === 0) this.flush();
    }
    if (this.#failure !== null) throw this.#failure;
  }

  /** Sends all events again, because the log is missing in Valkey. */
  resendAll(): void {
    this.#sent = Number.NEGATIVE_INFINITY;
    this.#hasBegun = false;
  }

  /** Sends all events after this number again. */
  resendAfter(number: number): void {
    this.#sent = Math.min(this.#sent, number);
  }

  /** Marks the response's log as ended. */
  end(): void {
    this.#isEnding = true;
    this.flush();
  }

  /** Handles the loss of the local log. The log in Valkey is still ended, unless sending fails. */
  onLogDropped(): void {
    if (this.#isEnding && this.#failure !== null) this.#finish();
    else this.end();
  }

  #finish(): void {
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
      if (answer[0] === "over") this.#endedByOther();
      else if (answer[0] === "gap") this.resendAfter(answer[1] ?? before);
    } catch (cause) {
      this.resendAfter(before);
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
      this.#finish();
    } catch (cause) {
      this.#fail(cause);
    } finally {
      this.#inFlight--;
      this.#settle();
    }
  }

  #endedByOther(): void {
    if (this.#isDone) return;
    this.#finish();
    this.#options.onOver();
  }

  #fail(cause: unknown): void {
    if (this.#failure !== null) return;
    this.#failure = cause;
    if (cause instanceof StoreError && cause.code === "store_closed") {
      this.#finish();
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
