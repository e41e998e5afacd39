import type { Burst, Finish, GenerateEvent } from "../contract/index.ts";

/** The most separate bursts; beyond that, neighbours of the same part are merged. */
const MAX_SEPARATE = 64;

/** Buffers a generation's events for the reader. Its size is bounded by the answer's text. */
export class EventQueue {
  #events: GenerateEvent[] = [];
  #wake: (() => void) | null = null;

  push(event: GenerateEvent): void {
    const last = this.#events.at(-1);
    if (this.#events.length >= MAX_SEPARATE && event.type === "burst" && last?.type === "burst") {
      if (last.index === event.index) {
        this.#events[this.#events.length - 1] = joined(last, event);
        return;
      }
    }
    this.#events.push(event);
    this.#wake?.();
    this.#wake = null;
  }

  /** Yields the events up to and including the finish. */
  async *events(): AsyncGenerator<GenerateEvent, void> {
    for (;;) {
      for (const event of this.#take()) {
        yield event;
        if (isFinish(event)) return;
      }
      if (this.#events.length > 0) continue;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  #take(): GenerateEvent[] {
    const events = this.#events;
    this.#events = [];
    return events;
  }
}

function isFinish(event: GenerateEvent): event is Finish {
  return event.type === "finish";
}

function joined(a: Burst, b: Burst): Burst {
  return {
    ...a,
    text: a.text + b.text,
    tokens: a.tokens + b.tokens,
    drafted: a.drafted + b.drafted,
    accepted: a.accepted + b.accepted,
  };
}
