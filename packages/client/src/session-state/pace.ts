/** Milliseconds that count as now. */
const WINDOW = 500;
/** Characters of a token of code, until a model has told how many tokens its answers had. */
const USUAL_LENGTH = 3.5;

/**
 * How fast an answer comes. Text arrives without a count of its tokens, so while it runs that is an estimate from
 * its characters.
 */
export class Pace {
  readonly #tokenLength: number;
  readonly #recent: { readonly t: number; readonly length: number }[] = [];
  #length = 0;
  #first: number | null = null;
  #last = 0;

  /** `tokenLength`: characters of a token, where it is known of this model. */
  constructor(tokenLength: number | null) {
    this.#tokenLength = tokenLength ?? USUAL_LENGTH;
  }

  /** Characters that came. */
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

  /** Tokens a second over the last moments; null before there is enough to tell. */
  now(t: number): number | null {
    const recent = this.#recent.filter((one) => one.t >= t - WINDOW);
    const begun = recent[0]?.t;
    if (begun === undefined || t - begun < 50) return null;
    return this.#rate(
      recent.slice(1).reduce((sum, one) => sum + one.length, 0),
      t - begun,
    );
  }

  /** Tokens a second from the first text to the latest; null before there is enough to tell. */
  get mean(): number | null {
    if (this.#first === null || this.#last - this.#first < 50) return null;
    return this.#rate(this.#length, this.#last - this.#first);
  }

  #rate(length: number, milliseconds: number): number {
    return (length / this.#tokenLength / milliseconds) * 1000;
  }
}
