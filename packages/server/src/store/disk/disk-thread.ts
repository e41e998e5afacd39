/**
 * The disk store's worker thread. It does the writing and waits for the disk, and the server's main thread does not
 * block. Calls arrive as messages and are answered in order.
 * @module
 */
import { parentPort, workerData } from "node:worker_threads";
import { StoreError } from "../store-error.ts";
import type { Database } from "./database.ts";
import type { Answer, DiskThreadData, Fault, FromThread, ToThread } from "./messages.ts";

/** Milliseconds without calls before the write-ahead log is moved into the database file. */
const IDLE = 500;

async function serve({ path }: DiskThreadData): Promise<void> {
  const database = await open(path);
  let idle: NodeJS.Timeout | undefined;
  parentPort?.on("message", (message: ToThread) => {
    clearTimeout(idle);
    answer(message.call, () => handle(database, message));
    if (message.type === "close") parentPort?.close();
    else if (message.type === "write") idle = setTimeout(() => tryCheckpoint(database), IDLE).unref();
  });
  answer(0, () => database.readStock());
}

/** Checkpoints the log. If that fails, nothing is lost: the pages stay in the log until the next idle moment. */
function tryCheckpoint(database: Database): void {
  try {
    database.checkpoint();
  } catch (cause) {
    if (!(cause instanceof StoreError)) throw cause;
  }
}

async function open(path: string): Promise<Database> {
  try {
    const { Database } = await import("./database.ts");
    return new Database(path);
  } catch (cause) {
    if (cause instanceof StoreError) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    const message = `the disk store's database cannot be loaded on this platform (${reason}): use the memory store`;
    throw new StoreError("store_unavailable", message, { cause });
  }
}

function handle(database: Database, message: ToThread): Answer {
  switch (message.type) {
    case "write":
      database.write(message.changes);
      return null;
    case "read":
      return database.read(message.ids);
    case "read-log":
      return database.readLog(message.id);
    case "responses-of":
      return database.responsesOf(message.items);
    case "close":
      database.close();
      return null;
  }
}

function answer(call: number, act: () => Answer): void {
  try {
    post({ call, answer: act() });
  } catch (cause) {
    post({ call, fault: faultOf(cause) });
  }
}

function faultOf(cause: unknown): Fault {
  if (cause instanceof StoreError) return { code: cause.code, message: cause.message };
  return { code: "store_failed", message: String(cause) };
}

function post(message: FromThread): void {
  parentPort?.postMessage(message);
}

serve(workerData).catch((cause: unknown) => post({ call: 0, fault: faultOf(cause) }));
