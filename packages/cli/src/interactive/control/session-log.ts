import type { SessionEvent } from "@flint/client";
import { SessionState } from "@flint/client";
import type { Journal } from "../../history/index.ts";

/** The only way to change a session: each event is applied, written to the journal and shown. */
export class SessionLog {
  readonly state: SessionState;
  readonly #journal: Pick<Journal, "append"> | null;
  readonly #startTime: number;
  #listener: () => void = () => {};
  #hasQuit = false;

  /** `state`: the state of a resumed session; its clock continues from the state's time. */
  constructor(journal: Pick<Journal, "append"> | null, state = new SessionState()) {
    this.state = state;
    this.#journal = journal;
    this.#startTime = performance.now() - state.t;
  }

  /** Milliseconds since the session began. */
  clock(): number {
    return Math.round((performance.now() - this.#startTime) * 10) / 10;
  }

  /** Called after each event. */
  onChange(listener: () => void): void {
    this.#listener = listener;
  }

  tell(event: SessionEvent): void {
    // Whatever ends because the user quit is not part of the session.
    if (this.#hasQuit) return;
    this.#hasQuit = event.type === "quit";
    const t = this.clock();
    this.state.apply(event, t);
    this.#journal?.append({ t, ...event });
    this.#listener();
  }
}
