import { type Difference, difference } from "../answer/index.ts";

/** Maximum number of broken invariants kept: the first ones are the most telling. */
const KEPT = 20;

/** Record of what a phase did and found. */
export class Ledger {
  readonly #faults = new Map<string, number>();
  readonly #figures = new Map<string, string | number>();
  readonly #reported = new Map<string, number>();
  readonly #broken: string[] = [];
  #brokenCount = 0;
  /** Completed answers. */
  turns = 0;
  /** Malformed frames, bodies and requests sent. */
  inputs = 0;
  lost = 0;
  doubled = 0;
  /** Times that a server exited on its own. */
  crashes = 0;
  /** Reasons why a part could not run on this machine. */
  readonly skipped: string[] = [];

  recordFault(kind: string, count = 1): void {
    this.#faults.set(kind, (this.#faults.get(kind) ?? 0) + count);
  }

  /** Counts a failure that was properly reported to the client. */
  recordReported(what: string): void {
    this.#reported.set(what, (this.#reported.get(what) ?? 0) + 1);
  }

  /** Counts a completed answer and compares it with what the engine sent. */
  recordAnswer(said: string, arrived: string): Difference {
    const found = difference(said, arrived);
    this.turns++;
    this.lost += found.lost;
    this.doubled += found.doubled;
    return found;
  }

  /** Records a broken invariant. */
  recordBroken(what: string): void {
    this.#brokenCount++;
    if (this.#broken.length < KEPT) this.#broken.push(what);
  }

  /** Records server crashes, each with a description. */
  recordCrashes(how: readonly string[]): void {
    this.crashes += how.length;
    for (const what of how) this.recordBroken(what);
  }

  /** Records that the phase failed early; listed first. */
  recordEarlyEnd(cause: unknown): void {
    this.#brokenCount++;
    this.#broken.unshift(`it failed: ${cause instanceof Error ? cause.stack : cause}`);
  }

  recordFigure(name: string, value: string | number): void {
    this.#figures.set(name, value);
  }

  faultsOf(kind: string): number {
    return this.#faults.get(kind) ?? 0;
  }

  get faults(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#faults);
  }

  get reportedFailures(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#reported);
  }

  get figures(): Readonly<Record<string, string | number>> {
    return Object.fromEntries(this.#figures);
  }

  /** Descriptions of the broken invariants; only the first ones if there are many. */
  get broken(): readonly string[] {
    const more = this.#brokenCount - this.#broken.length;
    return more > 0 ? [...this.#broken, `and ${more} more`] : this.#broken;
  }

  get holds(): boolean {
    return this.#brokenCount + this.lost + this.doubled + this.crashes === 0;
  }
}
