import type { ResponseEvent } from "@flint/protocol";
import type { LoggedEvent } from "../store/index.ts";
import type { Turn, TurnEnd, TurnOrder } from "../turn/index.ts";
import type { Recording } from "./recording.ts";

/** What {@link Recorder} needs of the server's responses. */
export interface RecorderHost {
  record(turn: Turn, order: TurnOrder): Recording | null;
  keep(end: TurnEnd): Promise<void>;
}

/** Records one turn, if its response is to be kept or resumed; until then, and else, it does nothing. */
export class Recorder {
  readonly #host: RecorderHost;
  #recording: Recording | null = null;

  constructor(host: RecorderHost) {
    this.#host = host;
  }

  get recording(): Recording | null {
    return this.#recording;
  }

  begin(turn: Turn, order: TurnOrder): void {
    this.#recording = this.#host.record(turn, order);
  }

  /** The event as it was recorded; null where it was not. */
  append(event: ResponseEvent): LoggedEvent | null {
    return this.#recording?.append(event) ?? null;
  }

  remember(end: TurnEnd): Promise<void> | void {
    if (this.#recording !== null) this.#recording.entry = end.entry;
    if (end.entry.response.store) return this.#host.keep(end);
  }

  end(): void {
    this.#recording?.end();
  }
}
