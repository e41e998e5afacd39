import { setTimeout as delay } from "node:timers/promises";
import { EngineError, type EngineStats } from "../contract/index.ts";
import { BackOff } from "./back-off.ts";
import type { BindingInfo } from "./binding/index.ts";
import { EngineProcess } from "./engine-process.ts";
import type { OpenMessage } from "./messages.ts";
import type { ProcessLimits, RuntimeOptions } from "./options.ts";
import { Tally } from "./tally.ts";

/** A process that accepts calls. */
export interface RunningProcess {
  readonly process: EngineProcess;
  readonly info: BindingInfo;
}

/** Manages the engine's process: starts it when first needed, and restarts it when needed after a crash. */
export class Supervisor {
  readonly #options: RuntimeOptions;
  readonly #limits: ProcessLimits;
  readonly #onWarning: (text: string) => void;
  readonly #backOff: BackOff;
  readonly #tally = new Tally();
  readonly #closing = new AbortController();
  #running: Promise<RunningProcess> | null = null;
  #process: EngineProcess | null = null;
  /** Resolves when replaced processes have ended. */
  #replaced: Promise<unknown> = Promise.resolve();
  #lastFailure = "";

  constructor(options: RuntimeOptions, limits: ProcessLimits, warned: (text: string) => void) {
    this.#options = options;
    this.#limits = limits;
    this.#onWarning = warned;
    this.#backOff = new BackOff(limits.restart);
  }

  /** The process's pid; null if there is none. */
  get pid(): number | null {
    return this.#process?.pid ?? null;
  }

  stats(): EngineStats {
    return this.#tally.stats(this.#state(), this.#process?.report ?? null);
  }

  /** Resolves to the process, starting it if necessary. Rejects with `engine_closed` or `engine_crashed`. */
  running(): Promise<RunningProcess> {
    return this.#runningWith(null);
  }

  /** Starts the process with a model to load. Failures are reported to later calls. */
  preload(model: OpenMessage["model"]): void {
    this.#runningWith(model).catch(() => undefined);
  }

  #runningWith(preload: OpenMessage["model"] | null): Promise<RunningProcess> {
    if (this.#closing.signal.aborted) return Promise.reject(closedError());
    if (this.#running === null) {
      const running = this.#start(preload);
      this.#running = running;
      running.catch(() => {
        if (this.#running === running) this.#running = null;
      });
    }
    return this.#running;
  }

  /** Something succeeded: forgets earlier crashes. */
  recordSuccess(): void {
    this.#backOff.reset();
  }

  async close(): Promise<void> {
    this.#closing.abort();
    this.#running = null;
    await Promise.all([this.#replaced, this.#process?.close(this.#limits.closeTimeout)]);
  }

  #state(): EngineStats["state"] {
    if (this.#closing.signal.aborted) return "closed";
    if (this.#process?.isReady) return "running";
    if (this.#backOff.isResting(performance.now())) return "resting";
    return this.#running === null ? "idle" : "starting";
  }

  async #start(preload: OpenMessage["model"] | null): Promise<RunningProcess> {
    if (this.#backOff.isResting(performance.now())) throw this.#restingError();
    const wait = this.#backOff.wait(performance.now());
    if (wait > 0) await delay(wait, undefined, this.#closing).catch(() => undefined);
    if (this.#closing.signal.aborted) throw closedError();
    const process = new EngineProcess(
      { ...this.#options, preload },
      {
        limits: this.#limits,
        onWarning: this.#onWarning,
        onReport: (report) => {
          if (report.memory > this.#options.processMemory && process.isIdle) this.#replace(process);
        },
      },
    );
    this.#process = process;
    void process.ended.then(() => this.#onProcessEnd(process));
    return { process, info: await process.ready(this.#limits.startTimeout) };
  }

  /** Replaces a process that exceeds its memory limit, while it is idle. */
  #replace(process: EngineProcess): void {
    if (this.#process !== process) return;
    this.#process = null;
    this.#running = null;
    this.#replaced = Promise.all([this.#replaced, process.closeForReplacement(this.#limits.closeTimeout)]);
  }

  #onProcessEnd(process: EngineProcess): void {
    this.#tally.addProcess(process.report);
    if (this.#process !== process) return;
    this.#process = null;
    this.#running = null;
    if (this.#closing.signal.aborted) return;
    this.#backOff.recordDeath(performance.now());
    this.#tally.recordDeath(process.hasHung);
    this.#lastFailure = process.endMessage;
  }

  /** Returns the error for a process that keeps crashing. */
  #restingError(): EngineError {
    const seconds = Math.ceil(this.#backOff.wait(performance.now()) / 1000);
    return new EngineError(
      "engine_crashed",
      `the engine's process died ${this.#backOff.deathsInARow} times in a row and pauses for ${seconds} s; ` +
        `run flint doctor, or try another model. The last failure: ${this.#lastFailure}`,
    );
  }
}

function closedError(): EngineError {
  return new EngineError("engine_closed", "the engine was closed");
}
