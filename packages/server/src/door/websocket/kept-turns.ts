import type { LoggedEvent } from "../../store/index.ts";
import { type EndedTurn, Turn, type TurnEvent } from "../../turn/index.ts";
import type { Reading } from "./reading.ts";

/** A connection's turns: those running or resumed on it, and those whose responses its chain keeps. */
export class KeptTurns {
  readonly #deliver: (event: TurnEvent, lane: string | undefined) => void;
  readonly #turns = new Map<string, Turn | EndedTurn>();
  /** Readers of the turns that began on other connections. */
  readonly #readings = new Map<string, Reading>();

  /** `deliver` sends what turns that have ended still emit. */
  constructor(deliver: (event: TurnEvent, lane: string | undefined) => void) {
    this.#deliver = deliver;
  }

  has(id: string): boolean {
    return this.#turns.has(id);
  }

  get(id: string): Turn | EndedTurn | undefined {
    return this.#turns.get(id);
  }

  /** Whether the response is among them and in progress. */
  isRunning(id: string): boolean {
    const turn = this.#turns.get(id);
    return turn instanceof Turn && turn.state === "in_progress";
  }

  /** `reading` is given for a turn that began on another connection. */
  set(turn: Turn, reading?: Reading): void {
    this.#turns.set(turn.id, turn);
    if (reading !== undefined) this.#readings.set(turn.id, reading);
  }

  delete(id: string): void {
    this.#turns.delete(id);
    this.#readings.delete(id);
  }

  clear(): void {
    this.#turns.clear();
    this.#readings.clear();
  }

  values(): Iterable<Turn | EndedTurn> {
    return this.#turns.values();
  }

  /** Forwards an event that a response of another connection emitted after its end. */
  deliverLate(id: string, event: LoggedEvent): void {
    this.#readings.get(id)?.sendLate(event);
  }

  /** Reduces a turn that has ended to what late steers and interrupts need. */
  shrink(turn: Turn): void {
    if (this.#turns.get(turn.id) !== turn) return;
    const reading = this.#readings.get(turn.id);
    const over = turn.toEndedTurn(
      reading === undefined ? this.#deliver : (event) => this.#deliver(event, reading.lane),
    );
    if (over === null) return;
    this.#turns.set(turn.id, over);
    this.#readings.delete(turn.id);
  }
}
