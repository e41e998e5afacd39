import { performance } from "node:perf_hooks";
import { EngineError } from "../../contract/index.ts";
import type { BatchCosts } from "../../draft/index.ts";
import type { BatchItem, BoundContext, Token } from "../binding/index.ts";
import type { Job, Outcome } from "./jobs.ts";
import type { Sequences } from "./sequences.ts";
import type { StepTiming } from "./step-timing.ts";
import type { Sequence } from "./thread-state.ts";

export interface StepLoopOptions {
  readonly context: BoundContext;
  readonly sequences: Sequences;
  readonly timing: StepTiming;
  readonly costs: BatchCosts;
  /** Most tokens of one batch. */
  readonly batchSize: number;
  /** Called while a step runs: time to send what the last one gave. */
  readonly stepping: (now: number) => void;
}

/** A job's share of the next step. */
interface Share extends BatchItem {
  readonly job: Job;
  readonly cells: Sequence;
}

/**
 * A model's one loop. Every step is one batch over all threads at work: first those that answer, a token or a draft
 * each, then as much of the waiting prompts as fits. New work, cancellations and forks take effect between steps.
 */
export class StepLoop {
  readonly #options: StepLoopOptions;
  readonly #jobs = new Set<Job>();
  /** Jobs whose thread's sequence holds nothing but what the thread stands at. */
  readonly #aligned = new WeakSet<Job>();
  #between: (() => Promise<void>)[] = [];
  #running = false;

  constructor(options: StepLoopOptions) {
    this.#options = options;
  }

  get idle(): boolean {
    return !this.#running;
  }

  add(job: Job): void {
    job.thread.busy = true;
    this.#jobs.add(job);
    this.#start();
  }

  /** Runs a task while no step does. */
  between<T>(task: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#between.push(() => task().then(resolve, reject));
      this.#start();
    });
  }

  #start(): void {
    if (this.#running) return;
    this.#running = true;
    // What is asked for together should begin together, in one batch.
    setImmediate(() => void this.#run());
  }

  async #run(): Promise<void> {
    while (this.#jobs.size > 0 || this.#between.length > 0) {
      for (const task of this.#between.splice(0)) await task();
      for (const job of this.#jobs) if (job.cancelled) this.#end(job, { type: "cancelled" });
      try {
        const shares = await this.#plan();
        if (shares.length > 0) await this.#step(shares);
      } catch (cause) {
        await this.#failAll(cause);
      }
    }
    this.#running = false;
  }

  async #step(shares: readonly Share[]): Promise<void> {
    const { context, timing, stepping } = this.#options;
    const size = shares.reduce((total, { tokens }) => total + tokens.length, 0);
    const start = performance.now();
    const threads = timing.threads(size, start);
    context.setThreads(threads);
    const running = context.run(shares);
    stepping(start);
    const outputs = await running;
    const end = performance.now();
    const usual = timing.measured(size, threads, end - start, end);
    const [only] = shares;
    if (usual && shares.length === 1 && only?.sampler)
      this.#options.costs.measured(only.drafted, end - start);
    for (const [index, share] of shares.entries()) await this.#apply(share, outputs[index] ?? []);
  }

  /** Answers first, then prompts in the order in which they came. */
  async #plan(): Promise<Share[]> {
    const { sequences, timing, batchSize } = this.#options;
    const shares: Share[] = [];
    const prompts: { job: Job; cells: Sequence }[] = [];
    let room = batchSize;
    for (const job of this.#jobs) {
      const cells = await sequences.acquire(job.thread);
      if (!cells) continue;
      if (!this.#aligned.has(job)) await this.#align(job, cells);
      if (cells.cells.length < job.thread.tokens.length - 1) {
        prompts.push({ job, cells });
        continue;
      }
      const next = job.next();
      if (next === "done") {
        this.#end(job, { type: "done" });
        continue;
      }
      const tokens = [...job.thread.tokens.slice(cells.cells.length), ...next.draft];
      shares.push(share(job, cells, tokens, next.draft.length, next.sampler));
      room -= tokens.length;
    }
    room = Math.min(room, timing.promptTokens());
    for (const { job, cells } of prompts) {
      if (room <= 0) break;
      const start = cells.cells.length;
      const tokens = job.thread.tokens.slice(start, Math.min(start + room, job.thread.tokens.length - 1));
      shares.push(share(job, cells, tokens, 0, null));
      room -= tokens.length;
    }
    return shares;
  }

  async #align(job: Job, cells: Sequence): Promise<void> {
    await this.#options.sequences.align(cells, job.thread.tokens);
    this.#aligned.add(job);
    job.progress(cells.cells.length, job.thread.tokens.length);
  }

  async #apply({ job, cells, tokens, drafted, sampler }: Share, output: readonly Token[]): Promise<void> {
    const accepted = Math.max(0, output.length - 1);
    const kept = tokens.length - drafted + accepted;
    for (let index = 0; index < kept; index++) cells.cells.push(tokens[index] ?? 0);
    if (kept < tokens.length) await this.#options.sequences.truncate(cells, cells.cells.length);
    if (sampler === null) job.progress(cells.cells.length, job.thread.tokens.length);
    else if (job.sampled(output, drafted)) this.#end(job, { type: "done" });
  }

  #end(job: Job, outcome: Outcome): void {
    this.#jobs.delete(job);
    job.thread.busy = false;
    if (job.thread.released) this.#options.sequences.release(job.thread);
    job.end(outcome);
  }

  /** A step that fails says nothing about which thread is to blame, and leaves the state of all of them unknown. */
  async #failAll(cause: unknown): Promise<void> {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const error = new EngineError("engine_crashed", `a step of the engine failed: ${reason}`, { cause });
    await this.#options.sequences.reset();
    for (const job of this.#jobs) this.#end(job, { type: "failed", error });
  }
}

function share(
  job: Job,
  cells: Sequence,
  tokens: readonly Token[],
  drafted: number,
  sampler: BatchItem["sampler"],
): Share {
  return { job, cells, sequence: cells.id, position: cells.cells.length, tokens, drafted, sampler };
}
