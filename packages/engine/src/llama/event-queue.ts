import type { Burst, Finish, GenerateEvent } from "../contract/index.ts";

/** Bursts that wait one by one; with more of them, neighbours of one part become one. */
const MAX_SEPARATE = 64;

/** A generation's events on their way to whoever reads them. It holds no more than the answer's own text. */
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

  /** The events up to and including the finish. */
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
