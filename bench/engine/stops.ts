import type { Thread } from "@flint/engine";
import type { BenchModel } from "./models.ts";

export interface StopSample {
  readonly what: "stop";
  readonly model: string;
  /** From the abort to the last event of the answer. */
  readonly stop_ms: number;
}

/** Measures aborts after a few bursts, at times independent of the engine's steps. */
export async function measureStops(
  model: BenchModel,
  thread: Thread,
  count: number,
): Promise<readonly StopSample[]> {
  const samples: StopSample[] = [];
  for (let nth = 0; nth < count; nth++) {
    await thread.prefill(model.prompt("Total"));
    const abort = new AbortController();
    let asked = 0;
    let bursts = 0;
    for await (const _ of thread.generate({ draft: "", signal: abort.signal, maxTokens: model.tokens })) {
      bursts += 1;
      if (bursts !== 2) continue;
      setTimeout(
        () => {
          asked = performance.now();
          abort.abort();
        },
        1 + (nth % 7),
      );
    }
    if (asked > 0) samples.push({ what: "stop", model: model.id, stop_ms: performance.now() - asked });
  }
  if (samples.length === 0) throw new Error(`no answer of ${model.id} was long enough to be stopped`);
  return samples;
}
