import { modelFit } from "@flint/engine";
import { bytes, count } from "../measure/index.ts";
import type { ModelEntry } from "../models/index.ts";
import { type Finding, ok, warning } from "./finding.ts";

/** For each model that can be used: what it takes of what is free, and with how many threads it works. */
export function checkFit(models: readonly ModelEntry[]): Promise<Finding[]> {
  return Promise.all(models.filter(({ damage }) => damage === null).map(checkModel));
}

async function checkModel({ id, path }: ModelEntry): Promise<Finding> {
  const { plan, free, advice, threads } = await modelFit(path);
  const { weights, state, buffers, total, sequences, contextLength } = plan;
  const needs =
    `needs ${bytes(total)} of ${bytes(free)} free: weights ${bytes(weights)}, state of ${sequences} × ` +
    `${count(contextLength)} tokens ${bytes(state)}, buffers ${bytes(buffers)}`;
  const works = `writes with ${threadsOf(threads.decode)}, reads with ${threadsOf(threads.batch)}`;
  const facts = {
    ...{ id, weights_bytes: weights, state_bytes: state, buffer_bytes: buffers, total_bytes: total },
    ...{ free_bytes: free, sequences, context: contextLength },
    ...{ decode_threads: threads.decode, batch_threads: threads.batch },
  };
  if (advice === null) return ok("memory", `${id} ${needs}; ${works}`, facts);
  return warning("memory", `${id} ${needs}`, advice, facts);
}

function threadsOf(number: number): string {
  return number === 1 ? "1 thread" : `up to ${number} threads`;
}
