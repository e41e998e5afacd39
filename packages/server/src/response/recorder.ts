import type { Turn, TurnEnd, TurnEvent, TurnOrder } from "../turn/index.ts";
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

  append(event: TurnEvent): void {
    this.#recording?.append(event);
  }

  remember(end: TurnEnd): Promise<void> | void {
    if (this.#recording !== null) this.#recording.entry = end.entry;
    if (end.entry.response.store) return this.#host.keep(end);
  }

  end(): void {
    this.#recording?.end();
  }
}
