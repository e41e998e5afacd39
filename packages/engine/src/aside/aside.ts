import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import type { AsideData, AsideKind, FromAside, ToAside } from "./messages.ts";
import { Unfinished } from "./unfinished.ts";

/** Milliseconds that a job may take on the calling thread, which it blocks. */
const MOMENT = 20;
/**
 * The limit for `SHORTENED_FOR` milliseconds after a job has exceeded `MOMENT`: many large jobs at once would add up.
 */
const SHORT_MOMENT = 3;
const SHORTENED_FOR = 200;
/**
 * Milliseconds after which a job in the worker thread is interrupted in favour of jobs that were not tried there yet.
 */
const PATIENCE = 250;
/** Most jobs that may wait for the worker thread. */
const MOST_WAITING = 64;
/** Memory limit of the worker thread, in MiB; a job that needs more fails. */
const MOST_MEMORY = 512;

/** Thrown for a job that was not completed. */
export class AsideError extends Error {
  override readonly name = "AsideError";
  readonly code: "aside_busy" | "aside_failed";

  constructor(code: AsideError["code"], message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

interface Waiting<Job, Result> {
  readonly job: Job;
  resolve(result: Result): void;
  reject(error: AsideError): void;
  /** The job was interrupted once, and now runs without a time limit. */
  isLong: boolean;
}

/**
 * Runs short jobs immediately, and the others in a worker thread, one at a time. Jobs that were not tried there yet
 * come first, so long jobs delay only other long ones. The thread is started on first use, and does not keep the
 * process alive.
 */
export class Aside<Job, Result> {
  readonly #kind: AsideKind;
  readonly #fresh: Waiting<Job, Result>[] = [];
  readonly #long: Waiting<Job, Result>[] = [];
  #running: Waiting<Job, Result> | null = null;
  #worker: Worker | null = null;
  #shortUntil = 0;

  constructor(kind: AsideKind) {
    this.#kind = kind;
  }

  /**
   * Returns the result of `here`. If that throws {@link Unfinished}, which it may from `until` on (in milliseconds of
   * `performance.now()`), runs the job in the worker thread instead. Rejects with {@link AsideError}.
   */
  run<Here>(here: (until: number) => Here, job: Job): Here | Promise<Result> {
    const start = performance.now();
    try {
      return here(start + (start < this.#shortUntil ? SHORT_MOMENT : MOMENT));
    } catch (error) {
      if (!(error instanceof Unfinished)) throw error;
      this.#shortUntil = performance.now() + SHORTENED_FOR;
      return this.#call(job);
    }
  }

  #call(job: Job): Promise<Result> {
    if (this.#fresh.length + this.#long.length >= MOST_WAITING) {
      const message = `${MOST_WAITING} schemas and grammars wait to be translated: try again when some are done`;
      return Promise.reject(new AsideError("aside_busy", message));
    }
    return new Promise((resolve, reject) => {
      this.#fresh.push({ job, resolve, reject, isLong: false });
      this.#next();
    });
  }

  #next(): void {
    if (this.#running !== null) return;
    const next = this.#fresh.shift() ?? this.#long.shift();
    if (next === undefined) {
      this.#worker?.unref();
      return;
    }
    this.#running = next;
    this.#worker ??= this.#started();
    // A caller that awaits a result keeps the process running.
    this.#worker.ref();
    const message: ToAside = { job: next.job, patience: next.isLong ? null : PATIENCE };
    this.#worker.postMessage(message);
  }

  #started(): Worker {
    const workerData: AsideData = { kind: this.#kind };
    const worker = new Worker(entryPath(), {
      workerData,
      // Node's own options may suit only the main program, such as `--input-type`.
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY },
    });
    let cause: unknown;
    worker.on("message", (message: FromAside) => this.#receive(message));
    worker.on("error", (error) => {
      cause = error;
    });
    worker.once("exit", () => {
      this.#worker = null;
      const message = "the thread that translates schemas and grammars has ended: ask for less at once";
      this.#settle((running) => running.reject(new AsideError("aside_failed", message, { cause })));
    });
    return worker;
  }

  #receive(message: FromAside): void {
    this.#settle((running) => {
      if (message.type === "unfinished") {
        running.isLong = true;
        this.#long.push(running);
      } else if (message.type === "done") running.resolve(message.result as Result);
      else running.reject(new AsideError("aside_failed", message.message));
    });
  }

  #settle(settle: (running: Waiting<Job, Result>) => void): void {
    const running = this.#running;
    this.#running = null;
    if (running !== null) settle(running);
    this.#next();
  }
}

/**
 * Returns the path of the built entry: with the tests' export condition, the name resolves to the source, which Node
 * cannot run.
 */
function entryPath(): string {
  const resolved = createRequire(import.meta.url).resolve("@flint/engine/aside/thread");
  return resolved.replace(/([\\/])src([\\/]aside[\\/]thread)\.ts$/, "$1dist$2.js");
}
