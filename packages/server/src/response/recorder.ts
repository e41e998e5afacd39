import type { ResponseError } from "@flint/protocol";
import type { Turn, TurnEnd, TurnEvent, TurnOrder } from "../turn/index.ts";
import type { Reader } from "./reader.ts";
import type { Recording } from "./recording.ts";

/** What {@link Recorder} needs of {@link Responses}. */
export interface RecorderHost {
  record(turn: Turn, order: TurnOrder, reader: Reader): Recording | null;
  /** Stores the response. Resolves to the error that replaces its ending if another server has already ended it. */
  keep(end: TurnEnd): Promise<ResponseError | null>;
}

export interface RecorderOptions {
  /** The first reader of the response. */
  readonly reader: Reader;
  /** The response whose steers begin this one; null if a client requests it. */
  readonly before: Recording | null;
}

/** Records one turn if its response is to be stored or resumed; otherwise does nothing. */
export class Recorder {
  readonly #host: RecorderHost;
  readonly #options: RecorderOptions;
  #recording: Recording | null = null;

  constructor(host: RecorderHost, options: RecorderOptions) {
    this.#host = host;
    this.#options = options;
  }

  get recording(): Recording | null {
    return this.#recording;
  }

  begin(turn: Turn, order: TurnOrder): void {
    const { reader, before } = this.#options;
    this.#recording = this.#host.record(turn, order, reader);
    if (before !== null) before.successor = this.#recording;
  }

  append(event: TurnEvent): void {
    this.#recording?.append(event);
  }

  remember(end: TurnEnd): Promise<ResponseError | null> | undefined {
    if (this.#recording !== null) {
      this.#recording.entry = end.entry;
      this.#recording.conversation = end.entry.tip ?? end.input;
    }
    return end.entry.response.store ? this.#keep(end) : undefined;
  }

  end(): void {
    this.#recording?.end();
  }

  async #keep(end: TurnEnd): Promise<ResponseError | null> {
    const error = await this.#host.keep(end);
    if (error !== null && this.#recording !== null) this.#recording.entry = null;
    return error;
  }
}
