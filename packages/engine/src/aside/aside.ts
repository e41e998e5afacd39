import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import { FairQueue } from "./fair-queue.ts";
import type { AsideData, AsideKind, FromAside, ToAside } from "./messages.ts";
import { type TimeUp, timeUpAfter, Unfinished } from "./unfinished.ts";

/** Milliseconds that a job may take on the calling thread, which it blocks. */
const TIME_LIMIT = 20;
/**
 * The limit for `SHORTENED_FOR` milliseconds after a job has exceeded `TIME_LIMIT`: many large jobs at once would add up.
 */
const SHORT_TIME_LIMIT = 3;
const SHORTENED_FOR = 200;
/** Most jobs that may wait for the worker thread, of one user and of all. */
const MOST_OF_A_USER = 64;
const MOST_WAITING = 512;
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

export interface AsideTask<Job> {
  readonly job: Job;
  /** Equal for equal jobs, which are run once if they come at once. Called only if the worker thread is needed. */
  key(): string;
  /** Users are served in turn. Null: unknown. */
  readonly user: string | null;
}

interface Waiting<Job, Result> {
  readonly job: Job;
  readonly key: string;
  readonly promise: Promise<Result>;
  resolve(result: Result): void;
  reject(error: AsideError): void;
  /** Whose job it is: it comes when the turn of the first of them does. */
  readonly users: Set<string | null>;
  /** Where it waits; null once it was sent to the worker thread. */
  queue: FairQueue<Waiting<Job, Result>> | null;
  /** The worker thread ended while this job and another one ran: the next time it runs alone. */
  isSuspect: boolean;
}

/**
 * Runs short jobs immediately, and the others in a worker thread, one at a time. While one of them takes long, the
 * thread interrupts it for those that were not tried yet, so long jobs delay only other long ones. The thread is
 * started on first use, and does not keep the process alive.
 */
export class Aside<Job, Result> {
  readonly #kind: AsideKind;
  readonly #fresh = new FairQueue<Waiting<Job, Result>>();
  readonly #long = new FairQueue<Waiting<Job, Result>>();
  /** All jobs that are not done, by their key. */
  readonly #jobs = new Map<string, Waiting<Job, Result>>();
  /** The number of jobs of each user. */
  readonly #counts = new Map<string | null, number>();
  /** The jobs in the worker thread by the number of their message: one, and at most one that comes within it. */
  readonly #sent = new Map<number, Waiting<Job, Result>>();
  #lastId = 0;
  #worker: Worker | null = null;
  #shortUntil = 0;

  constructor(kind: AsideKind) {
    this.#kind = kind;
  }

  /**
   * Returns the result of `here`. If that throws {@link Unfinished}, which it may once its time is up, runs the job
   * in the worker thread instead. Rejects with {@link AsideError}.
   */
  run<Here>(here: (isTimeUp: TimeUp) => Here, task: AsideTask<Job>): Here | Promise<Result> {
    const known = this.#jobs.size > 0 ? this.#jobs.get(task.key()) : undefined;
    if (known) return this.#joined(known, task.user);
    const start = performance.now();
    try {
      return here(timeUpAfter(start < this.#shortUntil ? SHORT_TIME_LIMIT : TIME_LIMIT));
    } catch (error) {
      if (!(error instanceof Unfinished)) throw error;
      const result = this.#call(task);
      this.#shortUntil = performance.now() + SHORTENED_FOR;
      return result;
    }
  }

  /** Waits for the result of an equal job. */
  #joined(known: Waiting<Job, Result>, user: string | null): Promise<Result> {
    if (!known.users.has(user)) {
      known.users.add(user);
      this.#count(user, 1);
      known.queue?.push(user, known);
    }
    return known.promise;
  }

  #call(task: AsideTask<Job>): Promise<Result> {
    const { user, job } = task;
    const isTooMany = (this.#counts.get(user) ?? 0) > MOST_OF_A_USER;
    if (isTooMany || this.#jobs.size > MOST_WAITING) {
      const most = isTooMany ? MOST_OF_A_USER : MOST_WAITING;
      const message = `${most} schemas and grammars wait to be translated: try again when some are done`;
      return Promise.reject(new AsideError("aside_busy", message));
    }
    const waiting = waitingFor<Job, Result>(job, task.key(), user);
    this.#jobs.set(waiting.key, waiting);
    this.#count(user, 1);
    this.#queue(waiting, this.#fresh);
    this.#next();
    return waiting.promise;
  }

  #count(user: string | null, change: number): void {
    const count = (this.#counts.get(user) ?? 0) + change;
    if (count > 0) this.#counts.set(user, count);
    else this.#counts.delete(user);
  }

  /** Sends what may run: any job if none runs, and one that was not tried yet beside another. */
  #next(): void {
    for (;;) {
      const running = [...this.#sent.values()];
      if (running.length > 1 || running.some(({ isSuspect }) => isSuspect)) return;
      const next = taken(this.#fresh) ?? (running.length === 0 ? taken(this.#long) : undefined);
      if (next === undefined) break;
      this.#send(next);
    }
    // A caller that awaits a result keeps the process running.
    if (this.#sent.size === 0) this.#worker?.unref();
  }

  #send(waiting: Waiting<Job, Result>): void {
    this.#worker ??= this.#startWorker();
    const worker = this.#worker;
    worker.ref();
    const message: ToAside = { id: ++this.#lastId, job: waiting.job };
    waiting.queue = null;
    this.#sent.set(message.id, waiting);
    worker.postMessage(message);
  }

  #startWorker(): Worker {
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
    worker.once("exit", () => this.#exited(cause));
    return worker;
  }

  #exited(cause: unknown): void {
    this.#worker = null;
    const sent = [...this.#sent.values()];
    this.#sent.clear();
    const message = "the thread that translates schemas and grammars has ended: ask for less at once";
    for (const waiting of sent) {
      if (sent.length > 1) this.#putOff(waiting, true);
      else this.#settle(waiting, () => waiting.reject(new AsideError("aside_failed", message, { cause })));
    }
    this.#next();
  }

  #receive({ id, ...end }: FromAside): void {
    const waiting = this.#sent.get(id);
    if (!waiting) return;
    this.#sent.delete(id);
    if (end.type === "unfinished") this.#putOff(waiting, waiting.isSuspect);
    else if (end.type === "done") this.#settle(waiting, () => waiting.resolve(end.result as Result));
    else this.#settle(waiting, () => waiting.reject(new AsideError("aside_failed", end.message)));
    this.#next();
  }

  /** Queues a job among the long ones. */
  #putOff(waiting: Waiting<Job, Result>, isSuspect: boolean): void {
    waiting.isSuspect = isSuspect;
    this.#queue(waiting, this.#long);
  }

  #queue(waiting: Waiting<Job, Result>, queue: FairQueue<Waiting<Job, Result>>): void {
    waiting.queue = queue;
    for (const user of waiting.users) queue.push(user, waiting);
  }

  #settle(waiting: Waiting<Job, Result>, settle: () => void): void {
    this.#jobs.delete(waiting.key);
    for (const user of waiting.users) this.#count(user, -1);
    settle();
  }
}

/** Takes the next job that still waits there: one of several users is queued for each of them. */
function taken<Job, Result>(queue: FairQueue<Waiting<Job, Result>>): Waiting<Job, Result> | undefined {
  let next = queue.shift();
  while (next && next.queue !== queue) next = queue.shift();
  return next;
}

function waitingFor<Job, Result>(job: Job, key: string, user: string | null): Waiting<Job, Result> {
  let settle: Pick<Waiting<Job, Result>, "resolve" | "reject"> | undefined;
  const promise = new Promise<Result>((resolve, reject) => {
    settle = { resolve, reject };
  });
  if (!settle) throw new TypeError("a promise calls its function at once");
  return { job, key, promise, ...settle, users: new Set([user]), queue: null, isSuspect: false };
}

/**
 * Returns the path of the built entry: with the tests' export condition, the name resolves to the source, which Node
 * cannot run.
 */
function entryPath(): string {
  const resolved = createRequire(import.meta.url).resolve("@flint/engine/aside/thread");
  return resolved.replace(/([\\/])src([\\/]aside[\\/]thread)\.ts$/, "$1dist$2.js");
}
