import type { EventLog, LoggedEvent } from "../../store/index.ts";

export interface ReadingOptions {
  readonly log: EventLog;
  /** Events up to this number are left out; -1 for none. */
  readonly after: number;
  readonly lane: string | undefined;
  /** Sends a frame; `sent` is called once it was sent or can no longer be. */
  send(text: string, sent?: () => void): void;
  /** Called before events are sent: the last one may end the response. */
  beforeSending(): void;
}

/** Reads a response from its log, on a lane of another connection than the one it began on. */
export class Reading {
  readonly #options: ReadingOptions;
  /** Sequence number of the last event sent. */
  #at: number;

  constructor(options: ReadingOptions) {
    this.#options = options;
    this.#at = options.after;
  }

  get lane(): string | undefined {
    return this.#options.lane;
  }

  /** Sends the events, no faster than the client reads them, until the last one or until the signal fires. */
  async follow(signal: AbortSignal): Promise<void> {
    for await (const events of this.#options.log.follow(this.#at, signal)) {
      await new Promise<void>((resolve) => this.#send(this.#unsent(events), resolve));
    }
  }

  /** Sends an event that came after the response's end, preceded by those not sent yet. */
  sendLate(event: LoggedEvent): void {
    this.#send([...this.#unsent(this.#options.log.read(this.#at) ?? []), event]);
  }

  #unsent(events: readonly LoggedEvent[]): readonly LoggedEvent[] {
    return events.filter(({ number }) => number > this.#at);
  }

  #send(events: readonly LoggedEvent[], sent?: () => void): void {
    const last = events.at(-1);
    if (last === undefined) {
      sent?.();
      return;
    }
    this.#at = Math.max(this.#at, last.number);
    const { lane, beforeSending, send } = this.#options;
    beforeSending();
    for (const event of events) send(withLane(event.text, lane), event === last ? sent : undefined);
  }
}

/** Adds the lane to an encoded event. */
export function withLane(text: string, lane: string | undefined): string {
  return lane === undefined ? text : `${text.slice(0, -1)},"stream_id":"${lane}"}`;
}
