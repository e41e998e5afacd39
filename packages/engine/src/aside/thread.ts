/**
 * The worker thread that translates schemas and grammars if that takes too long for the calling thread. Jobs arrive
 * as messages and are run in order.
 * @module
 */
import { parentPort, workerData } from "node:worker_threads";
import { type GrammarJob, translateGrammar } from "../prompt/index.ts";
import { type DefinitionsJob, translateDefinitions } from "../structure/index.ts";
import type { AsideData, FromAside, ToAside } from "./messages.ts";
import { Unfinished } from "./unfinished.ts";

const { kind }: AsideData = workerData;

parentPort?.on("message", ({ job, patience }: ToAside) => {
  parentPort?.postMessage(
    done(job, patience === null ? Number.POSITIVE_INFINITY : performance.now() + patience),
  );
});

function done(job: unknown, until: number): FromAside {
  try {
    const result =
      kind === "definitions"
        ? translateDefinitions(job as DefinitionsJob, until)
        : translateGrammar(job as GrammarJob, until);
    return { type: "done", result };
  } catch (cause) {
    if (cause instanceof Unfinished) return { type: "unfinished" };
    return { type: "failed", message: String(cause) };
  }
}
