export class Stopwatch {
  private startedAt: number | null = null;
  private total = 0;
  private readonly now: () => number;

  constructor(now: () => number = Date.now) {
    this.now = now;
  }

  start(): void {
    if (this.startedAt === null) this.startedAt = this.now();
  }

  stop(): void {
    if (this.startedAt === null) return;
    this.total += this.now() - this.startedAt;
    this.startedAt = null;
  }

  reset(): void {
    this.startedAt = null;
    this.total = 0;
  }

  /** Milliseconds, those of a running watch included. */
  get elapsed(): number {
    return this.total + (this.startedAt === null ? 0 : this.now() - this.startedAt);
  }
}

export function formatElapsed(watch: Stopwatch): string {
  return `${(watch.elapsed / 1000).toFixed(1)} s`;
}
