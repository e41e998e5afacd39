import type { Burst } from "../../contract/index.ts";
import type { FromProcess } from "../messages.ts";

/** Most messages in flight; later ones wait and are merged. */
const MAX_IN_FLIGHT = 4;

export interface OutboxOptions {
  readonly send: Send;
  /** Minimum milliseconds between messages with bursts. */
  readonly burstInterval: number;
}

/** Sends a message; calls back when the channel has accepted it. */
export type Send = (message: FromProcess, taken: () => void) => void;

type BurstsMessage = Extract<FromProcess, { type: "bursts" }> & { bursts: Burst[] };

/**
 * Sends messages to the engine. A step's bursts are sent in one message per answer. Fast steps share a message, since a
 * message costs both processes more than a small model's step; so do all steps if the reader is slower than the model.
 */
export class Outbox {
  readonly #send: Send;
  #waiting: FromProcess[] = [];
  readonly #open = new Map<number, BurstsMessage>();
  #inFlight = 0;
  readonly #burstInterval: number;
  /** When bursts were last sent, in milliseconds. */
  #lastSent = Number.NEGATIVE_INFINITY;

  constructor({ send, burstInterval }: OutboxOptions) {
    this.#send = send;
    this.#burstInterval = burstInterval;
  }

  /** Queues bursts to be sent after the step; see {@link stepped}. */
  bursts(call: number, bursts: readonly Burst[]): void {
    if (bursts.length === 0) return;
    let message = this.#open.get(call);
    if (!message) {
      message = { type: "bursts", call, bursts: [] };
      this.#open.set(call, message);
      this.#waiting.push(message);
    }
    for (const burst of bursts) append(message.bursts, burst);
  }

  /** Sends a message at once, after everything queued. */
  post(message: FromProcess): void {
    this.#waiting.push(message);
    this.flush();
  }

  /** Called after a step: sends its bursts, unless the last ones were sent only just now. */
  stepped(now: number): void {
    if (now - this.#lastSent < this.#burstInterval) return;
    this.#lastSent = now;
    this.flush();
  }

  /** Sends everything queued, as far as the channel accepts it. */
  flush(): void {
    while (this.#inFlight < MAX_IN_FLIGHT && this.#waiting.length > 0) {
      const message = this.#waiting.shift();
      if (!message) return;
      if (message.type === "bursts") this.#open.delete(message.call);
      this.#inFlight += 1;
      this.#send(message, () => {
        this.#inFlight -= 1;
        this.flush();
      });
    }
  }
}

/** Adds a burst to the queued ones; merges it with the last if both belong to the same part. */
function append(bursts: Burst[], burst: Burst): void {
  const last = bursts.at(-1);
  if (last?.index !== burst.index) {
    bursts.push(burst);
    return;
  }
  bursts[bursts.length - 1] = {
    ...last,
    text: last.text + burst.text,
    tokens: last.tokens + burst.tokens,
    drafted: last.drafted + burst.drafted,
    accepted: last.accepted + burst.accepted,
  };
}
