export type Job = () => Promise<void>;

/** Runs jobs, a few at a time, in the order in which they were added. */
export class JobQueue {
  private readonly _waiting: Job[] = [];
  private _running = 0;
  readonly limit: number;

  constructor(limit = 1) {
    this.limit = limit;
  }

  get size(): number {
    return this._waiting.length + this._running;
  }

  add(job: Job): void {
    this._waiting.push(job);
    this._next();
  }

  clear(): number {
    return this._waiting.splice(0).length;
  }

  private _next(): void {
    while (this._running < this.limit) {
      const job = this._waiting.shift();
      if (job === undefined) return;
      this._running++;
      job().finally(() => {
        this._running--;
        this._next();
      });
    }
  }
}
