import type { Burst } from "../../contract/index.ts";
import type { FromProcess } from "../messages.ts";

/** Messages that may be on their way at once; what comes after waits and grows together. */
const MAX_UNDER_WAY = 4;

export interface OutboxOptions {
  readonly send: Send;
  /** Milliseconds between messages with bursts. */
  readonly burstInterval: number;
}

/** Sends a message; calls back when the channel has taken it. */
export type Send = (message: FromProcess, taken: () => void) => void;

type BurstsMessage = Extract<FromProcess, { type: "bursts" }> & { bursts: Burst[] };

/**
 * The way to the engine. A step's bursts leave in one message per answer. A fast model's steps share messages, as each
 * message costs both processes more than a small model's step; and so do all where the reader is slower than the model.
 */
export class Outbox {
  readonly #send: Send;
  #waiting: FromProcess[] = [];
  readonly #open = new Map<number, BurstsMessage>();
  #underWay = 0;
  readonly #burstInterval: number;
  /** When bursts left last, in milliseconds. */
  #left = Number.NEGATIVE_INFINITY;

  constructor({ send, burstInterval }: OutboxOptions) {
    this.#send = send;
    this.#burstInterval = burstInterval;
  }

  /** Leaves after a step, see {@link stepped}. */
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

  /** Leaves at once, behind what has waited. */
  post(message: FromProcess): void {
    this.#waiting.push(message);
    this.flush();
  }

  /** A step has been made: sends what it gave, unless bursts left only just now. */
  stepped(now: number): void {
    if (now - this.#left < this.#burstInterval) return;
    this.#left = now;
    this.flush();
  }

  /** Sends all that waits, as far as the channel takes it. */
  flush(): void {
    while (this.#underWay < MAX_UNDER_WAY && this.#waiting.length > 0) {
      const message = this.#waiting.shift();
      if (!message) return;
      if (message.type === "bursts") this.#open.delete(message.call);
      this.#underWay += 1;
      this.#send(message, () => {
        this.#underWay -= 1;
        this.flush();
      });
    }
  }
}

/** Adds a burst to the ones that wait: to the last of them where both belong to the same part. */
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
