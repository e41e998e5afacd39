import type { UpstreamFailure } from "../failure/index.ts";

export interface HealthOptions {
  /** Consecutive failures after which it is down. */
  readonly failures: number;
  /** Milliseconds until the first check of a server that is down; doubles for each further one. */
  readonly interval: number;
  /** Checks the server: resolves to the failure, or null if it is healthy. */
  check(): Promise<UpstreamFailure | null>;
  /**
   * Called when it goes down, and with null when it answers requests again. A server that passes the check but fails the
   * next request has not recovered.
   */
  onChange(failure: UpstreamFailure | null): void;
  /** Called when it starts to rest. */
  onRest(failure: UpstreamFailure): void;
}

/** Milliseconds for which a server that rejects everything is only used if no other can answer. */
const REST = 60_000;

const LONGEST_INTERVAL = 30_000;

/** A circuit breaker: a server that fails repeatedly gets no requests, and is checked until it is healthy again. */
export class Health {
  readonly #options: HealthOptions;
  #failures = 0;
  #down: UpstreamFailure | null = null;
  /** Whether `changed` was last called with a failure. */
  #isReportedDown = false;
  /** `performance.now()` */
  #restsUntil = 0;
  /** After an outage: whether a trial request is due or running. */
  #trial: "due" | "running" | null = null;
  #timer: NodeJS.Timeout | undefined;
  #checking: Promise<void> | null = null;
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
   * Whether another server is preferable: this one rejected its key, its account is exhausted, or a trial request after an
   * outage is running.
   */
  get isResting(): boolean {
    return performance.now() < this.#restsUntil || this.#trial === "running";
  }

  /** Records that a request was sent; its outcome will be recorded too. */
  requestSent(): void {
    if (this.#trial === "due") this.#trial = "running";
  }

  /** Records that an answer has started. */
  answerStarted(): void {
    this.#trial = null;
  }

  succeeded(): void {
    this.answerStarted();
    this.#failures = 0;
    this.#interval = this.#options.interval;
    this.#restsUntil = 0;
    this.#markUp();
    if (!this.#isReportedDown) return;
    this.#isReportedDown = false;
    this.#options.onChange(null);
  }

  failed(failure: UpstreamFailure): void {
    if (this.#trial !== null) this.#trial = "due";
    if (failure.rests) this.#rest(failure);
    if (!failure.unwell || this.#closed) return;
    this.#failures += 1;
    if (this.#down !== null || this.#failures < this.#options.failures) return;
    this.#down = failure;
    if (!this.#isReportedDown) this.#options.onChange(failure);
    this.#isReportedDown = true;
    this.#scheduleCheck();
  }

  /** Checks now instead of at the next interval, because a request is waiting. */
  checkNow(): Promise<void> {
    if (this.#down === null) return Promise.resolve();
    this.#checking ??= this.#check().finally(() => {
      this.#checking = null;
    });
    return this.#checking;
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  async #check(): Promise<void> {
    clearTimeout(this.#timer);
    const failure = await this.#options.check();
    if (this.#down === null || this.#closed) return;
    this.#interval = Math.min(2 * this.#interval, LONGEST_INTERVAL);
    if (failure === null) {
      // The check passed, but a single failure of the next request takes it down again.
      this.#failures = this.#options.failures - 1;
      this.#trial = "due";
      this.#markUp();
      return;
    }
    this.#down = failure;
    this.#scheduleCheck();
  }

  #rest(failure: UpstreamFailure): void {
    const isNew = performance.now() >= this.#restsUntil;
    this.#restsUntil = performance.now() + REST;
    if (isNew) this.#options.onRest(failure);
  }

  #scheduleCheck(): void {
    if (this.#closed) return;
    this.#timer = setTimeout(() => void this.checkNow(), this.#interval);
    this.#timer.unref();
  }

  #markUp(): void {
    clearTimeout(this.#timer);
    this.#down = null;
  }
}
