/** An event of a turn. `at` is in milliseconds from the turn's start. */
export interface Moment {
  readonly at: number;
  readonly kind: "sent" | "wait" | "burst" | "hunk" | "restart" | "steer" | "stop" | "end";
  readonly text: string;
}

/** Kinds that a turn may have any number of. Only the first `MOST_OF_MANY` are kept; later ones are counted. */
const MANY = new Set<Moment["kind"]>(["hunk", "wait"]);
const MOST_OF_MANY = 300;
/** Columns of the burst histogram. */
const COLUMNS = 120;

/** A turn's events and their times, in bounded memory. */
export class Timeline {
  readonly #begun: number;
  readonly #now: () => number;
  #manyCount = 0;
  readonly moments: Moment[] = [];
  /** Bursts per column. When the turn outgrows the last column, pairs of columns are merged. */
  readonly #bursts: number[] = Array.from({ length: COLUMNS }, () => 0);
  #stretch = 1;
  #firstBurst: number | null = null;
  omitted = 0;
  bursts = 0;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
    this.#begun = now();
    this.add("sent", "sent");
  }

  /** Milliseconds since the turn's start. */
  get elapsed(): number {
    return this.#now() - this.#begun;
  }

  get firstBurst(): number | null {
    return this.#firstBurst;
  }

  /** Burst counts per column; each column covers `stretch` milliseconds. */
  get density(): { readonly stretch: number; readonly counts: readonly number[] } {
    return { stretch: this.#stretch, counts: this.#bursts };
  }

  add(kind: Moment["kind"], text: string): void {
    if (MANY.has(kind) && ++this.#manyCount > MOST_OF_MANY) this.omitted++;
    else this.moments.push({ at: this.elapsed, kind, text });
  }

  burst(): void {
    const at = this.elapsed;
    this.bursts++;
    if (this.#firstBurst === null) {
      this.#firstBurst = at;
      this.add("burst", "first text");
    }
    while (at >= this.#stretch * COLUMNS) this.#mergeColumns();
    const column = Math.floor(at / this.#stretch);
    this.#bursts[column] = (this.#bursts[column] ?? 0) + 1;
  }

  #mergeColumns(): void {
    for (let column = 0; column < COLUMNS; column++) {
      const [first = 0, second = 0] = this.#bursts.slice(column * 2, column * 2 + 2);
      this.#bursts[column] = first + second;
    }
    this.#stretch *= 2;
  }
}
