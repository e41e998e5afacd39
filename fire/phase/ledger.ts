import { type Difference, difference } from "../answer/index.ts";

/** What is kept of the invariants that were broken: the first ones tell most. */
const KEPT = 20;

/** What a phase did and found. */
export class Ledger {
  readonly #faults = new Map<string, number>();
  readonly #figures = new Map<string, string | number>();
  readonly #told = new Map<string, number>();
  readonly #broken: string[] = [];
  #brokenCount = 0;
  /** Answers that came to their end. */
  turns = 0;
  /** Malformed frames, bodies and requests that were sent. */
  inputs = 0;
  lost = 0;
  doubled = 0;
  /** Ends of a server that nobody asked for. */
  crashes = 0;
  /** Why a part could not be done here. */
  readonly skipped: string[] = [];

  fault(kind: string, count = 1): void {
    this.#faults.set(kind, (this.#faults.get(kind) ?? 0) + count);
  }

  /** A failure that a client was told of, as it is to be. */
  told(what: string): void {
    this.#told.set(what, (this.#told.get(what) ?? 0) + 1);
  }

  /** An answer has come to its end, and is compared with what was said. */
  answered(said: string, arrived: string): Difference {
    const found = difference(said, arrived);
    this.turns++;
    this.lost += found.lost;
    this.doubled += found.doubled;
    return found;
  }

  /** An invariant does not hold. */
  broke(what: string): void {
    this.#brokenCount++;
    if (this.#broken.length < KEPT) this.#broken.push(what);
  }

  /** A server ended that nobody had asked to: how, each time. */
  crashed(how: readonly string[]): void {
    this.crashes += how.length;
    for (const what of how) this.broke(what);
  }

  /** The phase could not go on; that stands first. */
  ended(cause: unknown): void {
    this.#brokenCount++;
    this.#broken.unshift(`it ended early: ${cause instanceof Error ? cause.stack : cause}`);
  }

  figure(name: string, value: string | number): void {
    this.#figures.set(name, value);
  }

  faultsOf(kind: string): number {
    return this.#faults.get(kind) ?? 0;
  }

  get faults(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#faults);
  }

  get toldFailures(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#told);
  }

  get figures(): Readonly<Record<string, string | number>> {
    return Object.fromEntries(this.#figures);
  }

  /** In words, the first of them. */
  get broken(): readonly string[] {
    const more = this.#brokenCount - this.#broken.length;
    return more > 0 ? [...this.#broken, `and ${more} more`] : this.#broken;
  }

  get holds(): boolean {
    return this.#brokenCount + this.lost + this.doubled + this.crashes === 0;
  }
}
