/** Length of the window for the current rate, in milliseconds. */
const WINDOW = 500;
/** Characters per token of code, until a model has reported its token counts. */
const USUAL_LENGTH = 3.5;

/** Measures the speed of an answer. Text arrives without token counts, so the rate is estimated from its characters. */
export class Pace {
  readonly #tokenLength: number;
  readonly #recent: { readonly t: number; readonly length: number }[] = [];
  #length = 0;
  #first: number | null = null;
  #last = 0;

  /** `tokenLength`: characters per token of this model; null if unknown. */
  constructor(tokenLength: number | null) {
    this.#tokenLength = tokenLength ?? USUAL_LENGTH;
  }

  /** Characters received. */
  get length(): number {
    return this.#length;
  }

  add(t: number, length: number): void {
    this.#first ??= t;
    this.#last = t;
    this.#length += length;
    this.#recent.push({ t, length });
    while ((this.#recent[0]?.t ?? t) < t - WINDOW) this.#recent.shift();
  }

  /** Returns the tokens per second over the last moments; null if there is too little data. */
  now(t: number): number | null {
    const recent = this.#recent.filter((one) => one.t >= t - WINDOW);
    const begun = recent[0]?.t;
    if (begun === undefined || t - begun < 50) return null;
    return this.#rate(
      recent.slice(1).reduce((sum, one) => sum + one.length, 0),
      t - begun,
    );
  }

  /** Tokens per second from the first text to the latest; null if there is too little data. */
  get mean(): number | null {
    if (this.#first === null || this.#last - this.#first < 50) return null;
    return this.#rate(this.#length, this.#last - this.#first);
  }

  #rate(length: number, milliseconds: number): number {
    return (length / this.#tokenLength / milliseconds) * 1000;
  }
}
