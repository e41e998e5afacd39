import { EngineError } from "../contract/index.ts";
import type { BindingInfo } from "./binding/index.ts";
import { EngineProcess } from "./engine-process.ts";
import type { ProcessLimits, RuntimeOptions } from "./options.ts";

/** A process that takes calls. */
export interface RunningProcess {
  readonly process: EngineProcess;
  readonly info: BindingInfo;
}

/** Keeps one engine process: started when it is first needed, and anew when it is needed after its death. */
export class Supervisor {
  readonly #options: RuntimeOptions;
  readonly #limits: ProcessLimits;
  #running: Promise<RunningProcess> | null = null;
  #process: EngineProcess | null = null;
  #closed = false;
  /** Times of deaths since the last success. */
  #deaths: number[] = [];
  #lastWords = "";

  constructor(options: RuntimeOptions, limits: ProcessLimits) {
    this.#options = options;
    this.#limits = limits;
  }

  /** The process's number in the system, while there is one. */
  get pid(): number | null {
    return this.#process?.pid ?? null;
  }

  /** The process, started where there is none. Rejects with `engine_closed` or `engine_crashed`. */
  running(): Promise<RunningProcess> {
    if (this.#closed) return Promise.reject(new EngineError("engine_closed", "the engine was closed"));
    this.#running ??= this.#start();
    return this.#running;
  }

  /** Something came to a good end: earlier deaths do not count any more. */
  succeeded(): void {
    this.#deaths = [];
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#running = null;
    await this.#process?.close(this.#limits.closeTimeout);
  }

  async #start(): Promise<RunningProcess> {
    const exhausted = this.#exhausted();
    if (exhausted) {
      this.#running = null;
      throw exhausted;
    }
    const process = new EngineProcess(this.#options);
    this.#process = process;
    void process.ended.then(() => this.#died(process));
    return { process, info: await process.ready(this.#limits.startTimeout) };
  }

  #died(process: EngineProcess): void {
    if (this.#process !== process) return;
    this.#process = null;
    this.#running = null;
    if (this.#closed) return;
    this.#deaths.push(Date.now());
    this.#lastWords = process.obituary;
  }

  /** The error for a process that dies whenever it is started; null while it may be started. */
  #exhausted(): EngineError | null {
    const { count, window } = this.#limits.crashLimit;
    const lately = this.#deaths.filter((time) => time > Date.now() - window);
    if (lately.length < count) return null;
    return new EngineError(
      "engine_crashed",
      `the engine's process died ${lately.length} times in a row and rests for up to ${Math.ceil(window / 1000)} s; ` +
        `run flint doctor, or try another model. The last time, ${this.#lastWords}`,
    );
  }
}
