import { performance } from "node:perf_hooks";
import { DRAFT_SIZES } from "../../draft/index.ts";
import type { BoundContext, BoundModel, Sampler, Token } from "../binding/index.ts";
import type { StepCosts } from "./step-costs.ts";

/** Tokens of context before the measured batches. */
const CONTEXT = 64;
/** Tokens of context evaluated per batch: a large model has no time for more. */
const AT_ONCE = 8;
/** Number of tokens for comparing batches with single tokens. */
const COMPARED = 8;

const TEXT = `export function total(orders, { from = 0, currency = "EUR" } = {}) {
  const sums = new Map();
  for (const { price, count, when, customer } of orders) {
    if (when < from || count === 0) continue; // nothing to pay
    const sum = sums.get(customer.id) ?? { amount: 0, orders: [] };
    sums.set(customer.id, { amount: sum.amount + price * count, orders: [...sum.orders, when] });
  }
  return [...sums].map(([id, { amount, orders }]) => ({ id, currency, amount: amount.toFixed(2), orders }));
}
`;

export interface CalibrationOptions {
  readonly model: BoundModel;
  readonly context: BoundContext;
  /** A sequence reserved for the measurement. It is left empty. */
  readonly sequence: number;
  readonly costs: StepCosts;
  readonly threads: { readonly decode: number; readonly batch: number };
  /** Most tokens of a draft, of a batch and of a sequence. */
  readonly maxDraft: number;
  readonly batchSize: number;
  readonly contextLength: number;
  /** Time limit in milliseconds. */
  readonly time: number;
  /** Whether all cores are free: if other programs use them, the measurement would include waiting. */
  coresFree(): boolean;
  /** Whether to stop, because the model is needed or closed. */
  stopped(): boolean;
  /** Runs a task between steps. */
  runBetweenSteps<T>(task: () => Promise<T>): Promise<T>;
}

/**
 * Measures the cost of batches of each size, on one thread and on all, and how much their logits differ from those of
 * single tokens. Goes from small to large batches until the time does not suffice for the next. Resolves to whether it
 * finished.
 */
export async function calibrate(options: CalibrationOptions): Promise<boolean> {
  const { model, context, sequence, runBetweenSteps } = options;
  const sampler = model.sampler({ temperature: 0, topP: 1, seed: 0 });
  try {
    return await new Measurement(options, sampler).run();
  } finally {
    sampler.dispose();
    await runBetweenSteps(() => context.truncate(sequence, 0));
  }
}

class Measurement {
  readonly #options: CalibrationOptions;
  readonly #sampler: Sampler;
  readonly #prompt: Uint32Array;
  readonly #tokens: readonly Token[];
  readonly #sizes: readonly number[];
  #left: number;

  constructor(options: CalibrationOptions, sampler: Sampler) {
    this.#options = options;
    this.#sampler = sampler;
    this.#left = options.time;
    const most = Math.min(options.maxDraft, options.batchSize - 1, options.contextLength - CONTEXT - 1);
    this.#sizes = DRAFT_SIZES.filter((size) => size <= most);
    const length = CONTEXT + Math.max(COMPARED, 1 + Math.max(...this.#sizes));
    const text = options.model.tokenize(TEXT, false);
    const tokens = Array.from({ length }, (_, index) => text[index % text.length] ?? 0);
    this.#prompt = Uint32Array.from(tokens.slice(0, CONTEXT));
    this.#tokens = tokens.slice(CONTEXT);
  }

  async run(): Promise<boolean> {
    const { threads, coresFree, batchSize, contextLength, stopped } = this.#options;
    // Such a short context hardly benefits from drafts.
    if (contextLength < CONTEXT + COMPARED) return false;
    const step = Math.min(batchSize, AT_ONCE);
    for (let start = 0; start < CONTEXT; start += step) {
      if (stopped() || this.#left <= 0) return false;
      this.#left -= await this.#evaluate(this.#prompt.slice(start, start + step), start, 0, threads.batch);
    }
    if (!(await this.#measure(threads.decode)) || !(await this.#compare())) return false;
    return threads.batch === threads.decode || (coresFree() && this.#measure(threads.batch));
  }

  #hasTimeFor(size: number): boolean {
    const { costs, stopped } = this.#options;
    return !stopped() && this.#left >= costs.of(size);
  }

  /** Measures all sizes with this number of threads. */
  async #measure(count: number): Promise<boolean> {
    const { costs, threads } = this.#options;
    for (const size of this.#sizes) {
      if (size === 0 && count !== threads.decode) continue;
      if (!this.#hasTimeFor(size)) return false;
      costs.record(size, count, await this.#time(size, count));
    }
    return true;
  }

  /** Measures a batch in milliseconds; the second of two runs if there is time, as the first one allocates memory. */
  async #time(size: number, threads: number): Promise<number> {
    const first = await this.#timeOnce(size, threads);
    return this.#left > this.#options.time / 2 ? Math.min(first, await this.#timeOnce(size, threads)) : first;
  }

  async #timeOnce(size: number, threads: number): Promise<number> {
    const tokens = Uint32Array.from(this.#tokens.slice(0, 1 + size));
    const elapsed = await this.#evaluate(tokens, CONTEXT, size, threads);
    await this.#cut(CONTEXT);
    this.#left -= elapsed;
    return elapsed;
  }

  #evaluate(tokens: Uint32Array, position: number, drafted: number, threads: number): Promise<number> {
    const { context, sequence, runBetweenSteps } = this.#options;
    const sampler = position < CONTEXT ? null : this.#sampler;
    return runBetweenSteps(async () => {
      context.setThreads(threads);
      const start = performance.now();
      await context.run([{ sequence, position, tokens, drafted, sampler }]);
      return performance.now() - start;
    });
  }

  #cut(length: number): Promise<boolean> {
    const { context, sequence, runBetweenSteps } = this.#options;
    return runBetweenSteps(() => context.truncate(sequence, length));
  }

  /** Measures the largest difference in the gap between the two best logits, for each batch size, from single tokens. */
  async #compare(): Promise<boolean> {
    const { costs, threads } = this.#options;
    const single: number[] = [];
    for (let index = 0; index < COMPARED; index++) {
      if (!this.#hasTimeFor(0)) return false;
      const distances = await this.#distances(index, 1, threads.decode);
      if (!distances) return true;
      single.push(distances[0] ?? 0);
    }
    await this.#cut(CONTEXT);
    for (const size of this.#sizes) {
      if (size === 0) continue;
      if (!this.#hasTimeFor(size)) return false;
      const distances = await this.#distances(0, 1 + size, threads.decode);
      await this.#cut(CONTEXT);
      const differences = single
        .slice(0, 1 + size)
        .map((distance, index) => Math.abs(distance - (distances?.[index] ?? 0)));
      costs.noise.learn([[size, Math.max(...differences)]]);
    }
    return true;
  }

  async #distances(from: number, count: number, threads: number): Promise<readonly number[] | null> {
    const { context, sequence, runBetweenSteps } = this.#options;
    const tokens = Uint32Array.from(this.#tokens.slice(from, from + count));
    const start = performance.now();
    const pairs = await runBetweenSteps(() => {
      context.setThreads(threads);
      return context.bestTwo({ sequence, position: CONTEXT + from, tokens, sampler: this.#sampler });
    });
    this.#left -= performance.now() - start;
    return pairs?.map(([best, next]) => best - next) ?? null;
  }
}
