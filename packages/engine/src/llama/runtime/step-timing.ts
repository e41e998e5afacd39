/** Smallest part of a prompt per step in tokens, and the same while other threads answer. */
const SMALLEST_CHUNK = 64;
const SMALLEST_CHUNK_BESIDE = 16;
/** Share of the step time used for prompts while answers wait for the step. */
const SHARE_BESIDE = 0.3;

/** A step of this multiple of its usual duration was delayed by other programs. */
const STALL = 5;
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 30_000;

export interface StepTimingOptions {
  readonly decodeThreads: number;
  readonly batchThreads: number;
  readonly prefillChunk: number;
  /** Milliseconds. */
  readonly stepTime: number;
  /** Returns the number of cores that other programs leave free. */
  freeCores(now: number): number;
  /** Called with every step's duration in milliseconds. */
  stepped(milliseconds: number): void;
}

/**
 * Chooses the number of threads and the prompt size of a model's steps, from the free cores and earlier durations. After
 * a step delayed by other programs, uses one thread for a while.
 */
export class StepTiming {
  readonly #options: StepTimingOptions;
  /** Usual duration of steps on all threads, by batch size (rounded to a power of two). */
  readonly #usual = new Map<number, number>();
  #pausedUntil = 0;
  #pause = FIRST_PAUSE;
  #promptRate = 0;

  constructor(options: StepTimingOptions) {
    this.#options = options;
  }

  threads(batchSize: number, now: number): number {
    const { decodeThreads, batchThreads, freeCores } = this.#options;
    const wanted = batchSize === 1 ? decodeThreads : batchThreads;
    if (wanted === 1 || now < this.#pausedUntil) return 1;
    return Math.min(wanted, freeCores(now));
  }

  /** Prompt tokens evaluated per millisecond; 0 until measured. */
  get promptRate(): number {
    return this.#promptRate;
  }

  /** Returns the most prompt tokens of the next step; fewer while other threads answer, as they wait for it. */
  promptTokens(beside: boolean): number {
    const { prefillChunk, stepTime } = this.#options;
    const smallest = beside ? SMALLEST_CHUNK_BESIDE : SMALLEST_CHUNK;
    if (this.#promptRate === 0) return Math.min(prefillChunk, 2 * smallest);
    const time = beside ? SHARE_BESIDE * stepTime : stepTime;
    const fitting = Math.floor((this.#promptRate * time) / smallest) * smallest;
    return Math.min(prefillChunk, Math.max(smallest, fitting));
  }

  /** Records a step's duration. Returns false if the step was delayed, so its duration is meaningless. */
  record(batchSize: number, threads: number, milliseconds: number, now: number): boolean {
    this.#options.stepped(milliseconds);
    if (threads > 1 && this.#stalled(batchSize, milliseconds)) {
      this.#pausedUntil = now + this.#pause;
      this.#pause = Math.min(LONGEST_PAUSE, 2 * this.#pause);
      return false;
    }
    if (threads > 1) this.#pause = FIRST_PAUSE;
    if (batchSize > SMALLEST_CHUNK_BESIDE) this.#promptRate = batchSize / milliseconds;
    return true;
  }

  #stalled(batchSize: number, milliseconds: number): boolean {
    const bucket = Math.ceil(Math.log2(batchSize));
    const usual = this.#usual.get(bucket);
    if (usual !== undefined && milliseconds > STALL * usual) return true;
    this.#usual.set(bucket, usual === undefined ? milliseconds : Math.min(milliseconds, usual * 1.05));
    return false;
  }
}
