import { performance } from "node:perf_hooks";
import { setTimeout as delay } from "node:timers/promises";
import { EngineError } from "../../contract/index.ts";
import type { BatchItem, BoundContext, Token } from "../binding/index.ts";
import type { Job, Outcome, SampleRequest } from "./jobs.ts";
import { portions } from "./portions.ts";
import type { Sequences } from "./sequences.ts";
import type { StepCosts } from "./step-costs.ts";
import type { StepTiming } from "./step-timing.ts";
import type { Sequence } from "./thread-state.ts";

/**
 * How long a prefilled prompt keeps its sequence, in milliseconds, until its answer is requested by a message from the
 * engine. If it lost the sequence before, the prompt would be evaluated twice.
 */
const ANSWER_WAIT = 1_000;
/** Interval between attempts to get a sequence when there is no other work, in milliseconds. */
const RETRY_INTERVAL = 1;

export interface StepLoopOptions {
  readonly context: BoundContext;
  readonly sequences: Sequences;
  readonly timing: StepTiming;
  readonly costs: StepCosts;
  /** Most tokens per batch. */
  readonly batchSize: number;
  /** Called while a step runs, which is the time to send the last one's output. */
  readonly stepping: (now: number) => void;
  /** Converts an exception in a job's own work into its error; other jobs continue. */
  readonly fault: (cause: unknown) => EngineError;
}

/** A job's part of the next step. */
interface Share extends BatchItem {
  readonly job: Job;
  readonly kvSequence: Sequence;
  margin: number;
}

/**
 * A model's step loop. Every step is one batch for all active threads: first a token or a draft for each answer, then as
 * much of the waiting prompts as fits, one after another. New work, cancellations and forks take effect between steps.
 */
export class StepLoop {
  readonly #options: StepLoopOptions;
  readonly #jobs = new Set<Job>();
  /**
   * When each aligned job's prompt is due, on a clock that counts evaluated prompt tokens: its start plus its own length.
   * Shorter prompts thus go before longer ones, and none waits forever.
   */
  readonly #due = new WeakMap<Job, number>();
  /** Prompt tokens evaluated so far: the clock of `#due`. */
  #evaluatedTokens = 0;
  /** Jobs with unevaluated prompts, in the step being planned. */
  readonly #prompts: Job[] = [];
  /** Buffer for a step's tokens, and how many are used. */
  readonly #tokens: Uint32Array;
  #used = 0;
  #tasks: (() => Promise<void>)[] = [];
  /** Number of awaited tasks between steps. */
  #awaitedTasks = 0;
  #running = false;
  #lastStep = performance.now();
  #answering = 0;

  constructor(options: StepLoopOptions) {
    this.#options = options;
    this.#tokens = new Uint32Array(options.batchSize);
  }

  /** Whether the model has no work, not counting tasks run {@link runInBackground}. */
  get idle(): boolean {
    return !this.#running || (this.#jobs.size === 0 && this.#awaitedTasks === 0);
  }

  /** When the last step ended (`performance.now()`). */
  get lastStep(): number {
    return this.#lastStep;
  }

  /** Number of running answers. */
  get answering(): number {
    return this.#answering;
  }

  add(job: Job): void {
    job.thread.busy = true;
    job.thread.answerExpectedUntil = 0;
    this.#jobs.add(job);
    this.#start();
  }

  /** Runs a task between steps. */
  async runBetweenSteps<T>(task: () => Promise<T>): Promise<T> {
    this.#awaitedTasks += 1;
    try {
      return await this.runInBackground(task);
    } finally {
      this.#awaitedTasks -= 1;
    }
  }

  /** Runs a task between steps that does not count as work. */
  runInBackground<T>(task: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#tasks.push(() => task().then(resolve, reject));
      this.#start();
    });
  }

  #start(): void {
    if (this.#running) return;
    this.#running = true;
    // Requests that arrive together should start together, in one batch.
    setImmediate(() => void this.#run());
  }

  async #run(): Promise<void> {
    while (this.#jobs.size > 0 || this.#tasks.length > 0) {
      for (const task of this.#tasks.splice(0)) await task();
      for (const job of this.#jobs) if (job.cancelled) this.#end(job, { type: "cancelled" });
      try {
        const shares = await this.#plan();
        if (shares.length > 0) await this.#step(shares);
        // Only jobs without a sequence are left: wait for other threads to release one.
        else if (this.#jobs.size > 0) await delay(RETRY_INTERVAL);
      } catch (cause) {
        await this.#failAll(cause);
      }
    }
    this.#running = false;
  }

  async #step(shares: readonly Share[]): Promise<void> {
    const { context, sequences, timing, costs, stepping } = this.#options;
    let size = 0;
    for (const { tokens } of shares) size += tokens.length;
    // The difference from single tokens depends on the size of the whole batch.
    const margin = costs.noise.margin(size - 1);
    for (const share of shares) if (share.drafted > 0) share.margin = margin;
    const start = performance.now();
    const threads = timing.threads(size, start);
    context.setThreads(threads);
    const running = context.run(shares);
    stepping(start);
    const outputs = await running;
    sequences.clearPendingCopies();
    const end = performance.now();
    this.#lastStep = end;
    const usual = timing.record(size, threads, end - start, end);
    if (usual && shares.every(({ sampler }) => sampler !== null)) {
      costs.record(size - 1, threads, end - start);
    }
    for (let index = 0; index < shares.length; index++) {
      const share = shares[index];
      if (share) await this.#apply(share, outputs[index] ?? []);
    }
  }

  /** Plans a step: answers first, then prompts one after another. Small parts of several prompts would be slow. */
  async #plan(): Promise<Share[]> {
    const { timing, batchSize } = this.#options;
    const shares: Share[] = [];
    this.#prompts.length = 0;
    this.#used = 0;
    for (const job of this.#jobs) {
      const kvSequence = this.#due.has(job) ? job.thread.sequence : await this.#align(job);
      if (!kvSequence) continue;
      if (kvSequence.cells.length < job.thread.tokens.length - 1) this.#prompts.push(job);
      else {
        const next = this.#tryJob(job, () => job.next());
        if (next === null) continue;
        if (next === "done") {
          job.thread.answerExpectedUntil = performance.now() + ANSWER_WAIT;
          this.#end(job, { type: "done" });
        } else shares.push(this.#share(job, kvSequence, job.thread.tokens.length, next));
      }
    }
    this.#answering = shares.length;
    const room = Math.min(batchSize - this.#used, timing.promptTokens(shares.length > 0));
    this.#prompts.sort((a, b) => (this.#due.get(a) ?? 0) - (this.#due.get(b) ?? 0));
    const left = this.#prompts.map(
      ({ thread }) => thread.tokens.length - 1 - (thread.sequence?.cells.length ?? 0),
    );
    for (const [place, taken] of portions(left, room).entries()) {
      const job = this.#prompts[place];
      const kvSequence = job?.thread.sequence;
      if (!job || !kvSequence || taken === 0) continue;
      this.#evaluatedTokens += taken;
      shares.push(this.#share(job, kvSequence, kvSequence.cells.length + taken, null));
    }
    return shares;
  }

  /** Returns the job's unevaluated tokens up to `end`, followed by its draft. */
  #share(job: Job, kvSequence: Sequence, end: number, next: SampleRequest | null): Share {
    const position = kvSequence.cells.length;
    const drafted = next?.draft.length ?? 0;
    const tokens = this.#tokens.subarray(this.#used, this.#used + end - position + drafted);
    this.#used += tokens.length;
    for (let index = position; index < end; index++) tokens[index - position] = job.thread.tokens[index] ?? 0;
    if (next) tokens.set(next.draft, end - position);
    return {
      job,
      kvSequence,
      sequence: kvSequence.id,
      position,
      tokens,
      drafted,
      sampler: next?.sampler ?? null,
      margin: 0,
    };
  }

  /** Resolves to the thread's sequence, aligned with its tokens; null if none is free yet. */
  async #align(job: Job): Promise<Sequence | null> {
    const { sequences } = this.#options;
    const kvSequence = job.thread.sequence || sequences.spare ? await sequences.acquire(job.thread) : null;
    if (!kvSequence) return null;
    await sequences.align(kvSequence, job.thread);
    this.#due.set(job, this.#evaluatedTokens + job.thread.tokens.length - kvSequence.cells.length);
    job.progress(kvSequence.cells.length, job.thread.tokens.length);
    return kvSequence;
  }

  async #apply(
    { job, kvSequence, tokens, drafted, sampler }: Share,
    output: readonly Token[],
  ): Promise<void> {
    // The last output token, the model's own, is evaluated in the next step.
    const kept = sampler === null ? tokens.length : tokens.length - drafted + output.length - 1;
    for (let index = 0; index < kept; index++) kvSequence.cells.push(tokens[index] ?? 0);
    if (kept < tokens.length) await this.#options.sequences.truncate(kvSequence, kvSequence.cells.length);
    if (sampler === null) job.progress(kvSequence.cells.length, job.thread.tokens.length);
    else if (this.#tryJob(job, () => job.addOutput(output, drafted))) this.#end(job, { type: "done" });
  }

  /** Runs a job's own work. If it throws, fails the job and returns null. */
  #tryJob<T>(job: Job, work: () => T): T | null {
    try {
      return work();
    } catch (cause) {
      this.#end(job, { type: "failed", error: this.#options.fault(cause) });
      return null;
    }
  }

  #end(job: Job, outcome: Outcome): void {
    this.#jobs.delete(job);
    job.thread.busy = false;
    if (job.thread.released) this.#options.sequences.release(job.thread);
    job.end(outcome);
  }

  /** Fails all jobs: a failed step does not show which thread caused it, and leaves every thread's state unknown. */
  async #failAll(cause: unknown): Promise<void> {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const error = new EngineError("engine_crashed", `a step of the engine failed: ${reason}`, { cause });
    await this.#options.sequences.reset();
    for (const job of this.#jobs) this.#end(job, { type: "failed", error });
  }
}
