export type Job = () => Promise<void>;

/** Runs jobs, a few at a time, in the order in which they were added. */
export class JobQueue {
  readonly #waiting: Job[] = [];
  #running = 0;
  readonly limit: number;

  constructor(limit = 1) {
    this.limit = limit;
  }

  get size(): number {
    return this.#waiting.length + this.#running;
  }

  add(job: Job): void {
    this.#waiting.push(job);
    this.#next();
  }

  clear(): number {
    return this.#waiting.splice(0).length;
  }

  #next(): void {
    while (this.#running < this.limit) {
      const job = this.#waiting.shift();
      if (job === undefined) return;
      this.#running++;
      job().finally(() => {
        this.#running--;
        this.#next();
      });
    }
  }
}
