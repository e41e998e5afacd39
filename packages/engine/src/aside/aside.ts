import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import type { AsideData, AsideKind, FromAside, ToAside } from "./messages.ts";
import { Unfinished } from "./unfinished.ts";

/** Milliseconds that something may take on the thread that asks for it: nothing else goes on there meanwhile. */
const MOMENT = 20;
/** The same, and for how long, once something has taken more than that: so that many at once do not add up. */
const SHORT_MOMENT = 3;
const SHORTENED_FOR = 200;
/** Milliseconds in the thread after which a job makes way for those that have not had as much. */
const PATIENCE = 250;
/** Jobs that may wait for the thread. */
const MOST_WAITING = 64;
/** Mebibytes of the thread's memory; a job that needs more fails. */
const MOST_MEMORY = 512;

/** A job that was not done. */
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
  /** It has used up its patience once, and now takes as long as it takes. */
  isLong: boolean;
}

/**
 * Does at once what takes a moment, and the rest in a thread of its own, one job after another: those first that have
 * not been tried there, so that what takes long holds up nothing but its like. The thread is started when it is first needed,
 * and keeps no program from ending.
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
   * What `here` gives; where that throws {@link Unfinished}, as it may from `until` on, in milliseconds of `performance.now()`,
   * what the thread makes of the job. Rejects with {@link AsideError}.
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
    // Whoever waits for a result keeps the program running.
    this.#worker.ref();
    const message: ToAside = { job: next.job, patience: next.isLong ? null : PATIENCE };
    this.#worker.postMessage(message);
  }

  #started(): Worker {
    const workerData: AsideData = { kind: this.#kind };
    const worker = new Worker(entryPath(), {
      workerData,
      // What Node itself was started with may be for the program alone, such as `--input-type`.
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

/** Returns the built entry: under the tests' export condition, the name resolves to the source, which Node cannot run. */
function entryPath(): string {
  const resolved = createRequire(import.meta.url).resolve("@flint/engine/aside/thread");
  return resolved.replace(/([\\/])src([\\/]aside[\\/]thread)\.ts$/, "$1dist$2.js");
}
