import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import type { Body, Shelf, ShelfChange } from "../shelf.ts";
import { StoreError } from "../store-error.ts";
import type { Answer, DiskThreadData, FromThread, Stock, ToThread } from "./messages.ts";

interface Call {
  resolve(answer: Answer): void;
  reject(error: StoreError): void;
}

type CallMessage = ToThread extends infer M ? (M extends ToThread ? Omit<M, "call"> : never) : never;

/** Opens the database file at `path`, creating it if needed. Rejects with {@link StoreError}. */
export async function openDiskShelf(path: string): Promise<Shelf> {
  const thread = new DiskThread(path);
  const stock = (await thread.opened) as Stock;
  return new DiskShelf(thread, stock);
}

/**
 * Content in a database file. While one batch of changes is written, the next one collects: a burst of responses takes
 * few transactions, and a single response is written without delay.
 */
class DiskShelf implements Shelf {
  readonly labels: Stock["labels"];
  readonly logs: Stock["logs"];
  readonly secret: Stock["secret"];
  readonly #thread: DiskThread;
  #batch: ShelfChange[] = [];
  /** Settles when the batch being collected has been written; null if there is none. */
  #gathering: Promise<void> | null = null;
  #writing: Promise<unknown> = Promise.resolve();

  constructor(thread: DiskThread, { labels, logs, secret }: Stock) {
    this.#thread = thread;
    this.labels = labels;
    this.logs = logs;
    this.secret = secret;
  }

  write(changes: readonly ShelfChange[]): Promise<void> {
    // No spread: evicting from a large store can exceed the maximum number of call arguments.
    for (const change of changes) this.#batch.push(change);
    this.#gathering ??= this.#writing.then(() => this.#flush());
    return this.#gathering;
  }

  async read(ids: readonly string[]): Promise<readonly (Body | null)[]> {
    await this.#settleWrites();
    return (await this.#thread.call({ type: "read", ids })) as (Body | null)[];
  }

  async readLog(id: string): Promise<string | null> {
    await this.#settleWrites();
    return (await this.#thread.call({ type: "read-log", id })) as string | null;
  }

  async responsesOf(items: readonly string[]): Promise<readonly (string | null)[]> {
    await this.#settleWrites();
    return (await this.#thread.call({ type: "responses-of", items })) as (string | null)[];
  }

  async close(): Promise<void> {
    await this.#settleWrites();
    await this.#thread.close();
  }

  async #flush(): Promise<void> {
    const changes = this.#batch;
    this.#batch = [];
    this.#gathering = null;
    const written = this.#thread.call({ type: "write", changes });
    this.#writing = written.catch(() => {});
    await written;
  }

  /** Waits until all earlier changes were written or failed. Their writers handle the failures. */
  async #settleWrites(): Promise<void> {
    await this.#gathering?.catch(() => {});
  }
}

class DiskThread {
  readonly opened: Promise<Answer>;
  readonly #worker: Worker;
  readonly #calls = new Map<number, Call>();
  readonly #exited: Promise<void>;
  #next = 0;
  #isClosing = false;
  #fault: StoreError | null = null;

  constructor(path: string) {
    const workerData: DiskThreadData = { path };
    // Flags of the main program, such as `--input-type`, may not apply to a worker.
    this.#worker = new Worker(entryPath(), { workerData, execArgv: [] });
    // The thread must not keep an otherwise finished process alive; pending calls do.
    this.#worker.unref();
    this.opened = this.#expect();
    this.#worker.on("message", (message: FromThread) => this.#receive(message));
    this.#worker.on("error", (cause) => this.#fail(cause));
    this.#exited = new Promise((resolve) => {
      this.#worker.once("exit", () => {
        this.#fail(null);
        resolve();
      });
    });
  }

  call(message: CallMessage): Promise<Answer> {
    if (this.#fault !== null) return Promise.reject(this.#fault);
    this.#worker.postMessage({ ...message, call: this.#next });
    return this.#expect();
  }

  async close(): Promise<void> {
    const closed = this.call({ type: "close" });
    // Waits until the thread has ended: until then it holds the file's lock.
    this.#isClosing = true;
    await closed;
    await this.#exited;
  }

  #expect(): Promise<Answer> {
    this.#worker.ref();
    return new Promise((resolve, reject) => this.#calls.set(this.#next++, { resolve, reject }));
  }

  #receive(message: FromThread): void {
    const call = this.#calls.get(message.call);
    this.#calls.delete(message.call);
    if (this.#calls.size === 0 && !this.#isClosing) this.#worker.unref();
    if ("answer" in message) call?.resolve(message.answer);
    else call?.reject(new StoreError(message.fault.code, message.fault.message));
  }

  #fail(cause: unknown): void {
    this.#fault ??= new StoreError("store_failed", "the store's thread has ended: restart the server", {
      cause,
    });
    for (const call of this.#calls.values()) call.reject(this.#fault);
    this.#calls.clear();
  }
}

/**
 * Returns the built entry: under the tests' export condition, the name resolves to the source, which Node cannot run.
 */
function entryPath(): string {
  const resolved = createRequire(import.meta.url).resolve("@flint/server/store/disk-thread");
  return resolved.replace(/([\\/])src([\\/]store[\\/]disk[\\/]disk-thread)\.ts$/, "$1dist$2.js");
}
