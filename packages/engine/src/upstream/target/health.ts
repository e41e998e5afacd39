import type { UpstreamFailure } from "../failure/index.ts";

export interface HealthOptions {
  /** Failures in a row after which it is down. */
  readonly failures: number;
  /** Milliseconds to the first look at a server that is down; each further one takes twice as long to come. */
  readonly interval: number;
  /** Why the server is unwell; null where it is well. */
  look(): Promise<UpstreamFailure | null>;
  /**
   * Told when it goes down, and with null when it answers again: one that can be looked at and then fails the next
   * request has not been back.
   */
  changed(failure: UpstreamFailure | null): void;
  /** Told when it begins to rest. */
  rested(failure: UpstreamFailure): void;
}

/** Milliseconds for which a server that refuses everything is asked only where no other one could answer. */
const REST = 60_000;

const LONGEST_INTERVAL = 30_000;

/**
 * Whether a server is to be asked. One that fails again and again is left alone, and looked at from time to time until
 * it is well.
 */
export class Health {
  readonly #options: HealthOptions;
  #failures = 0;
  #down: UpstreamFailure | null = null;
  /** Whoever is told of changes knows it as down. */
  #isToldDown = false;
  /** `performance.now()` */
  #restsUntil = 0;
  /** It was down, and whether it answers again is not known, or one request is finding out. */
  #trial: "due" | "running" | null = null;
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> | null = null;
  #interval: number;
  #closed = false;

  constructor(options: HealthOptions) {
    this.#options = options;
    this.#interval = options.interval;
  }

  /** Why it is down; null while it is up. */
  get down(): UpstreamFailure | null {
    return this.#down;
  }

  /**
   * Whether another server is better asked: this one has refused its key, or its account is used up, or one request is
   * finding out whether it answers again.
   */
  get isResting(): boolean {
    return performance.now() < this.#restsUntil || this.#trial === "running";
  }

  /** It is asked for an answer, of whose end it will be told. */
  asked(): void {
    if (this.#trial === "due") this.#trial = "running";
  }

  /** An answer has begun. */
  answers(): void {
    this.#trial = null;
  }

  succeeded(): void {
    this.answers();
    this.#failures = 0;
    this.#interval = this.#options.interval;
    this.#restsUntil = 0;
    this.#rise();
    if (!this.#isToldDown) return;
    this.#isToldDown = false;
    this.#options.changed(null);
  }

  failed(failure: UpstreamFailure): void {
    if (this.#trial !== null) this.#trial = "due";
    if (failure.rests) this.#rest(failure);
    if (!failure.unwell || this.#closed) return;
    this.#failures += 1;
    if (this.#down !== null || this.#failures < this.#options.failures) return;
    this.#down = failure;
    if (!this.#isToldDown) this.#options.changed(failure);
    this.#isToldDown = true;
    this.#lookLater();
  }

  /** Looks now, rather than when it is time, since somebody waits. */
  look(): Promise<void> {
    if (this.#down === null) return Promise.resolve();
    this.#looking ??= this.#look().finally(() => {
      this.#looking = null;
    });
    return this.#looking;
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  async #look(): Promise<void> {
    clearTimeout(this.#timer);
    const failure = await this.#options.look();
    if (this.#down === null || this.#closed) return;
    this.#interval = Math.min(2 * this.#interval, LONGEST_INTERVAL);
    if (failure === null) {
      // It can be looked at: whether it answers the next request shows, and one that does not takes it down again.
      this.#failures = this.#options.failures - 1;
      this.#trial = "due";
      this.#rise();
      return;
    }
    this.#down = failure;
    this.#lookLater();
  }

  #rest(failure: UpstreamFailure): void {
    const isNew = performance.now() >= this.#restsUntil;
    this.#restsUntil = performance.now() + REST;
    if (isNew) this.#options.rested(failure);
  }

  #lookLater(): void {
    if (this.#closed) return;
    this.#timer = setTimeout(() => void this.look(), this.#interval);
    this.#timer.unref();
  }

  #rise(): void {
    clearTimeout(this.#timer);
    this.#down = null;
  }
}
