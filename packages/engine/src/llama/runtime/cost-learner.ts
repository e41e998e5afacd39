import { performance } from "node:perf_hooks";
import { DRAFT_SIZES } from "../../draft/index.ts";
import type { BindingInfo, BoundContext, BoundModel } from "../binding/index.ts";
import type { RuntimeOptions } from "../options.ts";
import { calibrate } from "./calibration.ts";
import { MeasurementsFile } from "./measurements-file.ts";
import type { Sequences } from "./sequences.ts";
import type { StepCosts } from "./step-costs.ts";
import type { StepLoop } from "./step-loop.ts";
import type { StepTiming } from "./step-timing.ts";
import { ThreadState } from "./thread-state.ts";

/** A model is idle after this many milliseconds without a step. */
const IDLE = 200;

export interface CostLearnerParts {
  readonly model: BoundModel;
  readonly context: BoundContext;
  readonly sequences: Sequences;
  readonly loop: StepLoop;
  readonly timing: StepTiming;
  /** Receives the measurements. */
  readonly costs: StepCosts;
  readonly path: string;
  readonly contextLength: number;
  readonly batchSize: number;
  /** Called with warnings, which do not fail any call. */
  readonly warn: (text: string) => void;
}

interface Threads {
  readonly decode: number;
  readonly batch: number;
}

interface Calibration {
  readonly options: RuntimeOptions;
  readonly threads: Threads;
  /** Where the measurements are stored; null for nowhere. */
  readonly file: MeasurementsFile | null;
}

/** Learns what a model's steps cost: loads measurements of an earlier start, or measures when the model is idle. */
export class CostLearner {
  readonly #parts: CostLearnerParts;
  #idleTimer: NodeJS.Timeout | undefined;
  #measuring: Promise<void> | null = null;
  /** Whether the sequence used for calibration is needed. */
  #isWanted = false;
  #isClosed = false;

  constructor(parts: CostLearnerParts) {
    this.#parts = parts;
  }

  /** Loads earlier measurements, or else measures now or when the model is idle. */
  async learn(options: RuntimeOptions, threads: Threads, binding: BindingInfo): Promise<void> {
    const { model, costs, path, contextLength } = this.#parts;
    const { calibration: when, cacheDirectory, flashAttention } = options;
    if (when === "never" || options.speculation === "never" || !model.cuttable) return;
    const on = {
      binding: `${binding.version} ${binding.variant}`,
      threads: threads.batch,
      contextLength,
      flashAttention,
      draftSizes: DRAFT_SIZES,
    };
    const file = cacheDirectory === null ? null : await MeasurementsFile.of(cacheDirectory, path, on);
    const known = await file?.read();
    const calibration: Calibration = { options, threads, file };
    if (known) costs.learn(known);
    else if (when === "load") await this.#calibrate(calibration);
    else this.#whenIdle(() => this.#calibrate(calibration));
  }

  /** Stops a calibration to free its sequence. */
  async stopCalibration(): Promise<void> {
    if (this.#measuring === null) return;
    this.#isWanted = true;
    await this.#measuring;
    this.#isWanted = false;
  }

  /** Stops measuring. Resolves when a running measurement has ended. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#idleTimer);
    await this.#measuring;
  }

  /** Calibrates; on failure, costs are learned from steps. Resolves to false if it must be repeated. */
  async #calibrate(calibration: Calibration): Promise<boolean> {
    try {
      return await this.#measure(calibration);
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      this.#parts.warn(
        `the costs of ${this.#parts.path} could not be measured, so drafts may be slow: ${reason}`,
      );
      return true;
    }
  }

  /** Resolves to whether it finished, even if by its time limit; false if it was stopped for other work. */
  async #measure({ options, threads, file }: Calibration): Promise<boolean> {
    const { model, context, sequences, loop, timing, costs, path, contextLength, batchSize } = this.#parts;
    const thread = new ThreadState(0, { id: "", path }, null);
    const sequence = sequences.vacant ? await sequences.acquire(thread) : null;
    if (!sequence) return true;
    thread.busy = true;
    let isWhole = false;
    let wasInterrupted = false;
    try {
      await loop.runInBackground(() => sequences.truncate(sequence, 0));
      isWhole = await calibrate({
        model,
        context,
        sequence: sequence.id,
        costs,
        threads,
        maxDraft: options.maxDraft,
        batchSize,
        contextLength,
        time: options.calibrationTime,
        coresFree: () => timing.threads(threads.batch + 1, performance.now()) >= threads.batch,
        stopped: () => {
          wasInterrupted ||= this.#isWanted || !loop.idle;
          return wasInterrupted || this.#isClosed;
        },
        runBetweenSteps: (task) => loop.runInBackground(task),
      });
    } finally {
      // Release first: an answer may be waiting for the only sequence.
      sequences.release(thread);
    }
    if (isWhole) await file?.write(costs.measurements);
    return isWhole || !wasInterrupted;
  }

  /** Runs a task when the model is idle, and repeats it if it was stopped for other work. */
  #whenIdle(task: () => Promise<boolean>): void {
    const { loop } = this.#parts;
    const checkIdle = () => {
      if (this.#isClosed) return;
      if (loop.idle && performance.now() - loop.lastStep > IDLE) {
        this.#measuring = task().then((isDone) => {
          this.#measuring = null;
          if (!isDone) this.#whenIdle(task);
        });
      } else this.#idleTimer = setTimeout(checkIdle, IDLE).unref();
    };
    this.#idleTimer = setTimeout(checkIdle, IDLE).unref();
  }
}
