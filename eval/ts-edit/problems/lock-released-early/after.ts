/** Lets one task at a time run. */
export class Mutex {
  #locked = false;
  readonly #waiting: (() => void)[] = [];

  get locked(): boolean {
    return this.#locked;
  }

  async run<T>(task: () => Promise<T>): Promise<T> {
    if (this.#locked) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    this.#locked = true;
    try {
      return await task();
    } finally {
      this.#release();
    }
  }

  #release(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#locked = false;
    else next();
  }
}

export class Counter {
  readonly #mutex = new Mutex();
  value = 0;

  /** Adds what `load` gives; the additions do not disturb one another. */
  add(load: () => Promise<number>): Promise<void> {
    return this.#mutex.run(async () => {
      const before = this.value;
      this.value = before + (await load());
    });
  }
}
