import type { SessionEvent } from "@flint/client";
import { SessionState } from "@flint/client";
import type { Journal } from "../../history/index.ts";

/** A session's one way to change: an event is applied, written down and shown. */
export class SessionLog {
  readonly state: SessionState;
  readonly #journal: Pick<Journal, "append"> | null;
  readonly #begun: number;
  #changed: () => void = () => {};
  #over = false;

  /** `state` as it was when `t` milliseconds had passed, for a session that is taken up again. */
  constructor(journal: Pick<Journal, "append"> | null, state = new SessionState()) {
    this.state = state;
    this.#journal = journal;
    this.#begun = performance.now() - state.t;
  }

  /** Milliseconds since the session began. */
  clock(): number {
    return Math.round((performance.now() - this.#begun) * 10) / 10;
  }

  /** Called after each event. */
  onChange(listener: () => void): void {
    this.#changed = listener;
  }

  tell(event: SessionEvent): void {
    // What ends because the person has left is no event of the session.
    if (this.#over) return;
    this.#over = event.type === "quit";
    const t = this.clock();
    this.state.apply(event, t);
    this.#journal?.append({ t, ...event });
    this.#changed();
  }
}
