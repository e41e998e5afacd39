/** Throttles painting to once per frame: paints at once if the last paint was a frame ago, or else when it is. */
export class Frames {
  readonly #paint: () => void;
  readonly #frame: number;
  #painted = Number.NEGATIVE_INFINITY;
  #pending: NodeJS.Timeout | null = null;
  #open = true;

  /** `frame`: the minimum time between paints, in milliseconds. Default 17, or at most 60 paints a second. */
  constructor(paint: () => void, frame = 17) {
    this.#paint = paint;
    this.#frame = frame;
  }

  request(): void {
    if (this.#pending !== null || !this.#open) return;
    const wait = this.#painted + this.#frame - performance.now();
    if (wait <= 0) this.now();
    else this.#pending = setTimeout(() => this.now(), wait);
  }

  now(): void {
    if (!this.#open) return;
    if (this.#pending !== null) clearTimeout(this.#pending);
    this.#pending = null;
    this.#painted = performance.now();
    this.#paint();
  }

  close(): void {
    this.#open = false;
    if (this.#pending !== null) clearTimeout(this.#pending);
    this.#pending = null;
  }
}
