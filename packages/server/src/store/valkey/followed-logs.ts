import { EventLog, type LoggedEvent, readLoggedEvent } from "../event-log.ts";
import type { StoreLimits } from "../limits.ts";
import type { ValkeyConnection } from "./connection.ts";
import type { Entry, Listener } from "./listener.ts";

/** State of a log in Valkey. */
export interface LogStatus {
  readonly server: string;
  readonly isEnded: boolean;
  readonly dropped: number;
  readonly isServerAlive: boolean;
}

interface Followed {
  readonly owner: string;
  readonly log: EventLog;
  server: string;
  /** When the log was last seen with a reader. Milliseconds. */
  readAt: number;
}

export interface FollowedLogsOptions {
  readonly connection: ValkeyConnection;
  readonly listener: Listener;
  readonly limits: StoreLimits;
  /** Reads a log's current state. */
  readonly look: (id: string, owner: string) => Promise<LogStatus | null>;
}

const PAGE = 512;
/** How long a log without readers is followed. Milliseconds. */
const IDLE = 30_000;

/** Logs of responses that run on other servers, read from Valkey as they grow. */
export class FollowedLogs {
  readonly #options: FollowedLogsOptions;
  readonly #logs = new Map<string, Followed>();
  readonly #opening = new Map<string, Promise<EventLog>>();

  constructor(options: FollowedLogsOptions) {
    this.#options = options;
  }

  find(id: string, owner: string): EventLog | null {
    const found = this.#logs.get(id);
    return found?.owner === owner ? found.log : null;
  }

  /** Opens a log with its existing events. New ones are added while it has readers. */
  open(id: string, owner: string, status: LogStatus): Promise<EventLog> {
    const opening = this.#opening.get(id) ?? this.#load(id, owner, status);
    this.#opening.set(id, opening);
    return opening.finally(() => this.#opening.delete(id));
  }

  /** Iterates over the followed responses and the servers that run them. */
  *[Symbol.iterator](): Generator<readonly [id: string, server: string]> {
    for (const [id, { server }] of this.#logs) yield [id, server];
  }

  /** Drops logs without readers, and ends those that no longer exist in Valkey. */
  async check(): Promise<void> {
    const now = performance.now();
    for (const [id, followed] of [...this.#logs]) {
      if (followed.log.isFollowed) followed.readAt = now;
      if (now - followed.readAt > IDLE) {
        this.#forget(id);
      } else {
        const status = await this.#options.look(id, followed.owner);
        if (status === null && this.#logs.get(id) === followed) {
          this.#forget(id);
          followed.log.end();
        }
      }
    }
  }

  close(): void {
    for (const [id, { log }] of [...this.#logs]) {
      this.#forget(id);
      log.end();
    }
  }

  async #load(id: string, owner: string, status: LogStatus): Promise<EventLog> {
    const { connection, limits, listener } = this.#options;
    const log = new EventLog({ events: limits.logEvents, bytes: limits.logBytes });
    if (status.dropped >= 0) log.droppedBefore(status.dropped + 1);
    let at = "0-0";
    for (;;) {
      const page = (await connection.command("xrange", "log", id, `(${at}`, "+", "COUNT", PAGE)) as [
        string,
        string[],
      ][];
      const entries = page.map(([entry, [field = "", value = ""]]) => ({ id: entry, field, value }));
      if (this.#take(log, entries)) return log;
      at = entries.at(-1)?.id ?? at;
      if (page.length < PAGE) break;
    }
    const { server } = status;
    this.#logs.set(id, { owner, log, server, readAt: performance.now() });
    listener.hear(connection.key("log", id), at, (entries) => {
      if (this.#take(log, entries) && this.#logs.get(id)?.log === log) this.#forget(id);
    });
    return log;
  }

  /** Adds events. Returns whether the log has ended. */
  #take(log: EventLog, entries: readonly Entry[]): boolean {
    for (const { field, value } of entries) {
      if (field === "end") {
        if (value === "lost") log.cutShort();
        log.end();
        return true;
      }
      restore(log, readLoggedEvent(value));
    }
    return false;
  }

  #forget(id: string): void {
    const { connection, listener } = this.#options;
    this.#logs.delete(id);
    listener.forget(connection.key("log", id));
  }
}

/** Adds an event. If events before it were dropped before they were read, drops all earlier ones too. */
function restore(log: EventLog, event: LoggedEvent): void {
  if (log.size > 0 && event.number > log.last + 1) {
    while (log.size > 0) log.dropOldest();
    log.droppedBefore(event.number);
  }
  log.restore(event);
}
