import type { ShelfChange, ShelvedLog } from "./shelf.ts";

/** Tracks the event logs on a shelf and drops those beyond the limits on size and time. */
export class ShelvedLogs {
  readonly #limit: number;
  /** Oldest first. */
  readonly #logs = new Map<string, ShelvedLog>();
  #bytes = 0;

  constructor(limit: number, logs: readonly ShelvedLog[]) {
    this.#limit = limit;
    for (const log of logs) this.#add(log);
  }

  has(id: string, now: number): boolean {
    const log = this.#logs.get(id);
    return log !== undefined && now < log.until;
  }

  put(log: ShelvedLog, text: string): ShelfChange[] {
    this.#add(log);
    return [{ type: "put-log", log, text }, ...this.#shrink()];
  }

  drop(id: string): ShelfChange[] {
    const log = this.#logs.get(id);
    if (log === undefined) return [];
    this.#logs.delete(id);
    this.#bytes -= log.bytes;
    return [{ type: "drop-log", id }];
  }

  expire(now: number): ShelfChange[] {
    return [...this.#logs.values()].filter(({ until }) => until <= now).flatMap(({ id }) => this.drop(id));
  }

  #add(log: ShelvedLog): void {
    this.#logs.set(log.id, log);
    this.#bytes += log.bytes;
  }

  #shrink(): ShelfChange[] {
    const changes: ShelfChange[] = [];
    for (const id of this.#logs.keys()) {
      if (this.#bytes <= this.#limit) break;
      changes.push(...this.drop(id));
    }
    return changes;
  }
}
