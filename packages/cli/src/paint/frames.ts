/** Paints at most once a frame: at once where the last paint is a frame ago, else when it is. */
export class Frames {
  readonly #paint: () => void;
  readonly #frame: number;
  #painted = Number.NEGATIVE_INFINITY;
  #pending: NodeJS.Timeout | null = null;
  #open = true;

  /** `frame`: milliseconds between two paints at least. Default 17: at most 60 a second. */
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
