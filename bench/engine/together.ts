import type { Engine } from "@flint/engine";
import type { BenchModel } from "./models.ts";
import { engineRun, type Run } from "./runs.ts";

const COUNTS = [1, 2, 4, 8] as const;

export interface TogetherSample {
  readonly what: "together";
  readonly model: string;
  readonly threads: number;
  /** Total of all threads. */
  readonly tokens_per_second: number;
  /** Duration of a step that generates a token for every thread. */
  readonly step_ms: number;
}

type Answer = Pick<Run, "first_at" | "last_at" | "decode_tokens">;

/**
 * Returns the pace of answers requested together, from the first burst of any to the last burst of any: answers that
 * wait for one another then count with their total time.
 */
export function paceOf(runs: readonly Answer[]): Pick<TogetherSample, "tokens_per_second" | "step_ms"> {
  const begin = Math.min(...runs.map((run) => run.first_at));
  const elapsed = Math.max(...runs.map((run) => run.last_at)) - begin;
  const total = runs.reduce((sum, run) => sum + run.decode_tokens, 0);
  return { tokens_per_second: (total / elapsed) * 1000, step_ms: (elapsed * runs.length) / total };
}

/** Measures different numbers of threads answering at the same time, without drafts. */
export async function measureTogether(
  model: BenchModel,
  engine: Engine,
  rounds: number,
): Promise<readonly TogetherSample[]> {
  const threads = await Promise.all(
    Array.from({ length: Math.max(...COUNTS) }, () => engine.openThread({ model: model.id })),
  );
  const tokens = Math.round(model.tokens / 2);
  const samples: TogetherSample[] = [];
  for (let round = 0; round <= rounds; round++) {
    for (const count of COUNTS) {
      const some = threads.slice(0, count);
      // Only decoding is measured: evaluate the prompts before it starts.
      for (const [index, thread] of some.entries()) await thread.prefill(model.prompt(`Thread${index}`));
      const runs = await Promise.all(
        some.map((thread, index) =>
          engineRun(thread, model.prompt(`Thread${index}`), { maxTokens: tokens, draft: "" }),
        ),
      );
      // The first round includes touching memory.
      if (round > 0) samples.push({ what: "together", model: model.id, threads: count, ...paceOf(runs) });
    }
  }
  for (const thread of threads) thread.release();
  return samples;
}
