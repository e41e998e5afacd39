import { setTimeout as delay } from "node:timers/promises";
import { EngineError, type EngineStats } from "../contract/index.ts";
import { BackOff } from "./back-off.ts";
import type { BindingInfo } from "./binding/index.ts";
import { EngineProcess } from "./engine-process.ts";
import type { OpenMessage } from "./messages.ts";
import type { ProcessLimits, RuntimeOptions } from "./options.ts";
import { Tally } from "./tally.ts";

/** A process that takes calls. */
export interface RunningProcess {
  readonly process: EngineProcess;
  readonly info: BindingInfo;
}

/** Keeps one engine process: started when it is first needed, and anew when it is needed after its death. */
export class Supervisor {
  readonly #options: RuntimeOptions;
  readonly #limits: ProcessLimits;
  readonly #warned: (text: string) => void;
  readonly #backOff: BackOff;
  readonly #tally = new Tally();
  readonly #closing = new AbortController();
  #running: Promise<RunningProcess> | null = null;
  #process: EngineProcess | null = null;
  /** Resolves when those that made way are gone. */
  #replaced: Promise<unknown> = Promise.resolve();
  #lastWords = "";

  constructor(options: RuntimeOptions, limits: ProcessLimits, warned: (text: string) => void) {
    this.#options = options;
    this.#limits = limits;
    this.#warned = warned;
    this.#backOff = new BackOff(limits.restart);
  }

  /** The process's number in the system, while there is one. */
  get pid(): number | null {
    return this.#process?.pid ?? null;
  }

  stats(): EngineStats {
    return this.#tally.stats(this.#state(), this.#process?.report ?? null);
  }

  /** The process, started where there is none. Rejects with `engine_closed` or `engine_crashed`. */
  running(): Promise<RunningProcess> {
    return this.#runningWith(null);
  }

  /** Starts the process with a model to load. What comes of it is told to who asks for either. */
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

  /** Something came to a good end: earlier deaths do not count any more. */
  succeeded(): void {
    this.#backOff.succeeded();
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
        warned: this.#warned,
        reported: (report) => {
          if (report.memory > this.#options.processMemory && process.isIdle) this.#replace(process);
        },
      },
    );
    this.#process = process;
    void process.ended.then(() => this.#died(process));
    return { process, info: await process.ready(this.#limits.startTimeout) };
  }

  /** A process that has grown over its memory makes way for a new one while nobody waits for it. */
  #replace(process: EngineProcess): void {
    if (this.#process !== process) return;
    this.#process = null;
    this.#running = null;
    this.#replaced = Promise.all([this.#replaced, process.makeWay(this.#limits.closeTimeout)]);
  }

  #died(process: EngineProcess): void {
    this.#tally.ended(process.report);
    if (this.#process !== process) return;
    this.#process = null;
    this.#running = null;
    if (this.#closing.signal.aborted) return;
    this.#backOff.died(performance.now());
    this.#tally.died(process.hasHung);
    this.#lastWords = process.obituary;
  }

  /** The error for a process that dies whenever it is started. */
  #restingError(): EngineError {
    const seconds = Math.ceil(this.#backOff.wait(performance.now()) / 1000);
    return new EngineError(
      "engine_crashed",
      `the engine's process died ${this.#backOff.deathsInARow} times in a row and pauses for ${seconds} s; ` +
        `run flint doctor, or try another model. The last failure: ${this.#lastWords}`,
    );
  }
}

function closedError(): EngineError {
  return new EngineError("engine_closed", "the engine was closed");
}
