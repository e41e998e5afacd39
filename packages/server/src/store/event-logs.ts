import { LONGEST_TIMER } from "../longest-timer.ts";
import { EventLog, type LoggedEvent } from "./event-log.ts";
import type { StoreLimits } from "./limits.ts";
import type { Owner } from "./store.ts";

interface OwnedLog {
  readonly owner: Owner;
  readonly log: EventLog;
}

export interface EventLogsOptions {
  readonly limits: StoreLimits;
  readonly onEnd: (id: string) => void;
  /** Called after each event is appended to a log. */
  readonly onAppend?: (id: string) => void;
  /** Called when a log is dropped. */
  readonly onDrop?: (id: string) => void;
}

const BEGINNINGS = new Set(["keepalive", "response.created"]);

/** In-memory event logs of running responses and, for the retention time, of ended ones. */
export class EventLogs {
  readonly #options: EventLogsOptions;
  readonly #logs = new Map<string, OwnedLog>();
  /** Ended logs, the earliest first, with the timers that drop them. */
  readonly #ended = new Map<string, NodeJS.Timeout>();
  #bytes = 0;

  constructor(options: EventLogsOptions) {
    this.#options = options;
  }

  get bytes(): number {
    return this.#bytes;
  }

  open(id: string, owner: Owner): EventLog {
    return this.#add(id, owner);
  }

  find(id: string, owner: Owner): EventLog | null {
    const found = this.#logs.get(id);
    return found !== undefined && found.owner === owner ? found.log : null;
  }

  /** Adds the ended log of a response whose events were stored elsewhere. */
  restore(id: string, owner: Owner, events: readonly LoggedEvent[]): EventLog {
    const log = this.#add(id, owner);
    const [first] = events;
    // A complete log starts with keep-alives from the queue or with `response.created`.
    if (first !== undefined && !BEGINNINGS.has(first.type)) log.droppedBefore(first.number);
    for (const event of events) log.restore(event);
    log.end();
    return log;
  }

  drop(id: string): void {
    const found = this.#logs.get(id);
    if (found === undefined) return;
    clearTimeout(this.#ended.get(id));
    this.#ended.delete(id);
    this.#logs.delete(id);
    this.#bytes -= found.log.bytes;
    found.log.detach();
    this.#options.onDrop?.(id);
  }

  close(): void {
    for (const id of [...this.#logs.keys()]) this.drop(id);
  }

  #add(id: string, owner: Owner): EventLog {
    const { limits } = this.#options;
    const log: EventLog = new EventLog({
      events: limits.logEvents,
      bytes: limits.logBytes,
      onSize: (bytes) => {
        this.#bytes += bytes;
        if (this.#bytes > limits.allLogBytes) this.#makeRoom(log);
      },
      onAppend: () => this.#options.onAppend?.(id),
      onEnd: () => this.#retire(id, log),
    });
    this.#logs.set(id, { owner, log });
    return log;
  }

  #retire(id: string, log: EventLog): void {
    this.#options.onEnd(id);
    if (this.#logs.get(id)?.log !== log) return;
    const wait = Math.min(this.#options.limits.logRetention, LONGEST_TIMER);
    const timer = setTimeout(() => this.drop(id), wait);
    timer.unref();
    this.#ended.set(id, timer);
  }

  #makeRoom(growing: EventLog): void {
    for (const id of this.#ended.keys()) {
      if (this.#bytes <= this.#options.limits.allLogBytes) return;
      this.drop(id);
    }
    while (this.#bytes > this.#options.limits.allLogBytes && growing.size > 1) growing.dropOldest();
  }
}
