/** Smallest share of a prompt that a step evaluates, in tokens, and while other threads answer. */
const SMALLEST_CHUNK = 64;
const SMALLEST_CHUNK_BESIDE = 16;
/** What waits for a step with a prompt's share in it may be answers: then it takes this much of the time it might. */
const SHARE_BESIDE = 0.3;

/** A step that takes this many times its usual time was held up by other work on the machine. */
const STALL = 5;
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 30_000;

export interface StepTimingOptions {
  readonly decodeThreads: number;
  readonly batchThreads: number;
  readonly prefillChunk: number;
  /** Milliseconds. */
  readonly stepTime: number;
  /** Cores that other programs leave free. */
  freeCores(now: number): number;
  /** Told the milliseconds of every step. */
  stepped(milliseconds: number): void;
}

/**
 * Chooses threads and prompt sizes for a model's steps, from the cores that are free and from how long earlier steps
 * took. After a step that other programs held up, one thread does the work for a while.
 */
export class StepTiming {
  readonly #options: StepTimingOptions;
  /** Milliseconds of usual steps on all threads, by the size of their batch (its power of two). */
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

  /** Tokens of prompts that are evaluated in a millisecond; 0 before the first ones. */
  get promptRate(): number {
    return this.#promptRate;
  }

  /** Most tokens of prompts in the next step; fewer while other threads answer, which the step holds up. */
  promptTokens(beside: boolean): number {
    const { prefillChunk, stepTime } = this.#options;
    const smallest = beside ? SMALLEST_CHUNK_BESIDE : SMALLEST_CHUNK;
    if (this.#promptRate === 0) return Math.min(prefillChunk, 2 * smallest);
    const time = beside ? SHARE_BESIDE * stepTime : stepTime;
    const fitting = Math.floor((this.#promptRate * time) / smallest) * smallest;
    return Math.min(prefillChunk, Math.max(smallest, fitting));
  }

  /** Takes a step's time in milliseconds. False where the step was held up and says nothing about the model. */
  measured(batchSize: number, threads: number, milliseconds: number, now: number): boolean {
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
