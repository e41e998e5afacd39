import { modelFit } from "@flint/engine";
import { bytes, count } from "../measure/index.ts";
import type { ModelEntry } from "../models/index.ts";
import { type Finding, ok, warning } from "./finding.ts";

/** Reports, for each usable model, how much of the free memory it needs, and its number of threads. */
export function checkFit(models: readonly ModelEntry[]): Promise<Finding[]> {
  return Promise.all(models.filter(({ damage }) => damage === null).map(checkModel));
}

async function checkModel({ id, path }: ModelEntry): Promise<Finding> {
  const { plan, free, advice, threads } = await modelFit(path);
  const { weights, state, buffers, total, sequences, contextLength } = plan;
  const needs =
    `needs ${bytes(total)} of ${bytes(free)} free: weights ${bytes(weights)}, state of ${sequences} × ` +
    `${count(contextLength)} tokens ${bytes(state)}, buffers ${bytes(buffers)}`;
  const works = `decodes with ${threadsOf(threads.decode)}, reads prompts with ${threadsOf(threads.batch)}`;
  const limits = await limitsOf(path, total);
  const limited = `flint serve --memory needs at least ${bytes(limits.least)}, of which the program takes ${bytes(limits.program)}`;
  const facts = {
    ...{ id, weights_bytes: weights, state_bytes: state, buffer_bytes: buffers, total_bytes: total },
    ...{ free_bytes: free, sequences, context: contextLength },
    ...{ decode_threads: threads.decode, batch_threads: threads.batch },
    ...{ program_bytes: limits.program, least_limit_bytes: limits.least, whole_limit_bytes: limits.whole },
  };
  if (advice === null)
    return ok(
      "memory",
      `${id} ${needs}; ${limited}, and ${bytes(limits.whole)} for all of it; ${works}`,
      facts,
    );
  return warning("memory", `${id} ${needs}`, advice, facts);
}

/**
 * Returns the values of `flint serve --memory`, in bytes: `least` to load the model at all, with a reduced context, and
 * `whole` for all `total` bytes. The limit includes the program itself, which takes `program` bytes.
 */
async function limitsOf(path: string, total: number) {
  const { plan, free } = await modelFit(path, { memoryLimit: 0 });
  const program = -free;
  return { program, least: roundUp(program + plan.total), whole: roundUp(program + total) };
}

/** Rounds up to the two digits that the engine displays, so that the displayed value is enough. */
function roundUp(bytes: number): number {
  const step = 10 ** (Math.floor(Math.log10(bytes)) - 1);
  return Math.ceil(bytes / step) * step;
}

function threadsOf(number: number): string {
  return number === 1 ? "1 thread" : `up to ${number} threads`;
}
