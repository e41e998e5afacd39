/**
 * The worker thread that translates schemas and grammars if that takes too long for the calling thread. Jobs arrive
 * as messages and are run in order. While one takes long, the next is run within it, so that it need not wait.
 * @module
 */
import { parentPort, receiveMessageOnPort, workerData } from "node:worker_threads";
import { type GrammarJob, translateGrammar } from "../prompt/index.ts";
import { type DefinitionsJob, translateDefinitions } from "../structure/index.ts";
import type { AsideData, AsideEnd, FromAside, ToAside } from "./messages.ts";
import { type TimeUp, timeUpAfter, Unfinished } from "./unfinished.ts";

/** Milliseconds of a job after which others are run within it, and that each of those may take. */
const PATIENCE = 250;
/** Milliseconds between two looks for another job. */
const BETWEEN_LOOKS = 5;

const { kind }: AsideData = workerData;

parentPort?.on("message", (message: ToAside) =>
  tell({ id: message.id, ...runJob(message.job, servingOthers()) }),
);

function runJob(job: unknown, isTimeUp: TimeUp): AsideEnd {
  try {
    const result =
      kind === "definitions"
        ? translateDefinitions(job as DefinitionsJob, isTimeUp)
        : translateGrammar(job as GrammarJob, isTimeUp);
    return { type: "done", result };
  } catch (cause) {
    if (cause instanceof Unfinished) return { type: "unfinished" };
    return { type: "failed", message: String(cause) };
  }
}

/** Returns the time limit of a job that may take as long as it needs, and lets others run within it. */
function servingOthers(): TimeUp {
  let next = performance.now() + PATIENCE;
  return () => {
    const start = performance.now();
    if (start < next) return false;
    const received: { message: ToAside } | undefined = parentPort
      ? receiveMessageOnPort(parentPort)
      : undefined;
    if (received) within(received.message);
    const now = performance.now();
    // The job itself gets as much time as the others.
    next = now + Math.max(BETWEEN_LOOKS, now - start);
    return false;
  };
}

function within({ id, job }: ToAside): void {
  const end = runJob(job, timeUpAfter(PATIENCE));
  // Less of the stack is left than the job would have alone, for example.
  tell({ id, ...(end.type === "failed" ? { type: "unfinished" } : end) });
}

function tell(message: FromAside): void {
  parentPort?.postMessage(message);
}
