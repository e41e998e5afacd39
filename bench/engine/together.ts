import type { Engine } from "@flint/engine";
import type { BenchModel } from "./models.ts";
import { engineRun } from "./runs.ts";

const COUNTS = [1, 2, 4, 8] as const;

export interface TogetherSample {
  readonly what: "together";
  readonly model: string;
  readonly threads: number;
  /** Of all threads together. */
  readonly tokens_per_second: number;
  /** Of a step that gives every thread a token. */
  readonly step_ms: number;
}

/** So many threads that answer at one time, without drafts. */
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
      // What is measured is decoding: the prompts are there when it begins.
      for (const [index, thread] of some.entries()) await thread.prefill(model.prompt(`Thread${index}`));
      const runs = await Promise.all(
        some.map((thread, index) =>
          engineRun(thread, model.prompt(`Thread${index}`), { maxTokens: tokens, draft: "" }),
        ),
      );
      // From the first burst of any to the last: they begin together.
      const elapsed = Math.max(...runs.map((run) => run.decode_ms));
      const total = runs.reduce((sum, run) => sum + run.decode_tokens, 0);
      // The first round pays for memory.
      if (round === 0) continue;
      samples.push({
        what: "together",
        model: model.id,
        threads: count,
        tokens_per_second: (total / elapsed) * 1000,
        step_ms: (elapsed * count) / total,
      });
    }
  }
  for (const thread of threads) thread.release();
  return samples;
}
