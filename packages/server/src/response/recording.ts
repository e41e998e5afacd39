import type { InputItem, ResponseObject } from "@flint/protocol";
import type { ChainEntry } from "../chain/index.ts";
import type { EventLog, Owner } from "../store/index.ts";
import type { Turn, TurnEvent } from "../turn/index.ts";

export interface RecordingOptions {
  readonly turn: Turn;
  readonly owner: Owner;
  readonly log: EventLog;
  /** The response's own input. */
  readonly input: readonly InputItem[];
  /** Milliseconds that the response goes on without a reader. */
  readonly grace: number;
  /** Called when nobody can resume the response from here any more. */
  readonly onForgotten: () => void;
}

/**
 * A response that others than the connection it began on can follow, interrupt and cancel. It begins with one
 * reader, that connection. When the last one has left, it goes on for its grace period; when it is over, it can be
 * taken up by another connection as long again.
 */
export class Recording {
  readonly owner: Owner;
  readonly log: EventLog;
  readonly input: readonly InputItem[];
  readonly turn: Turn;
  /** Resolves after the response's last event. */
  readonly over: Promise<void>;
  /** Set once the response is over, for a connection that goes on with it. */
  entry: ChainEntry | null = null;
  readonly #grace: number;
  readonly #forget: () => void;
  readonly #tellOver: () => void;
  #readers = 1;
  #isOver = false;
  #timer: NodeJS.Timeout | undefined;

  constructor({ turn, owner, log, input, grace, onForgotten }: RecordingOptions) {
    this.turn = turn;
    this.owner = owner;
    this.log = log;
    this.input = input;
    this.#grace = grace;
    this.#forget = onForgotten;
    let tellOver = () => {};
    this.over = new Promise((resolve) => {
      tellOver = resolve;
    });
    this.#tellOver = tellOver;
  }

  get response(): ResponseObject | null {
    return this.turn.response;
  }

  append({ event, type, text }: TurnEvent): void {
    // Late answers to those who steer or interrupt are no part of the response any more.
    if (this.log.ended) return;
    this.log.restore({ number: event.sequence_number, type, text, bytes: Buffer.byteLength(text) });
  }

  /** A reader comes. */
  attach(): void {
    this.#readers++;
    if (!this.#isOver) clearTimeout(this.#timer);
  }

  /** A reader leaves. */
  detach(): void {
    this.#readers--;
    if (this.#readers === 0 && !this.#isOver && this.#grace > 0) this.#after(() => this.turn.cancel());
  }

  /** The reader that the response began with leaves: without a grace period, that ends it. */
  abandon(): void {
    if (this.#grace === 0) this.turn.cancel();
    this.detach();
  }

  end(): void {
    this.#isOver = true;
    this.log.end();
    this.#tellOver();
    if (this.#grace === 0) this.#forget();
    else this.#after(this.#forget);
  }

  #after(act: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(act, this.#grace).unref();
  }
}
