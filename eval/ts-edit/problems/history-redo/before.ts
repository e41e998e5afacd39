/** A value with its past. */
export class History<T> {
  #current: T;
  readonly #past: T[] = [];
  readonly #limit: number;

  constructor(initial: T, limit = 100) {
    this.#current = initial;
    this.#limit = limit;
  }

  get current(): T {
    return this.#current;
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  push(value: T): void {
    this.#past.push(this.#current);
    if (this.#past.length > this.#limit) this.#past.shift();
    this.#current = value;
  }

  /** Goes one step back; false if there is none. */
  undo(): boolean {
    if (this.#past.length === 0) return false;
    this.#current = this.#past.pop() as T;
    return true;
  }
}
