import { createLlamaEngine, type Engine } from "@flint/engine";
import { measureDrafts } from "./engine/drafted.ts";
import { CHANGES } from "./engine/edits.ts";
import { metricsOf, type Sample } from "./engine/metrics.ts";
import { type BenchModel, benchModels } from "./engine/models.ts";
import { measurePlain } from "./engine/plain.ts";
import { measureSteers } from "./engine/steers.ts";
import { measureStops } from "./engine/stops.ts";
import { measureTogether } from "./engine/together.ts";
import type { Benchmark, BenchmarkOptions, BenchmarkResult } from "./measure/index.ts";

const STOPS = 8;

/** Measures the embedded engine with nano v0 and with a random model of 100 million weights. */
async function run({ repetitions, report }: BenchmarkOptions): Promise<BenchmarkResult> {
  report("making the model with random weights");
  const models = await benchModels();
  const [nano, random] = models;
  const coldStart = await measureColdStart(nano);
  const engine = createLlamaEngine({
    models: models.map(({ id, path }) => ({ id, path })),
    gpu: false,
    // Draft sizes depend on measured costs, so calibrate first.
    calibration: "load",
    calibrationTime: 20_000,
  });
  const samples: Sample[] = [];
  try {
    for (const model of models) {
      const thread = await engine.openThread({ model: model.id });
      for (let repetition = 1; repetition <= repetitions; repetition++) {
        report(`${model.id}, repetition ${repetition} of ${repetitions}`);
        samples.push(...(await measurePlain(model, thread, 1)));
        samples.push(...(await measureDrafts(model, engine, 1)));
        samples.push(...(await measureTogether(model, engine, 1)));
        samples.push(...(await measureStops(model, thread, STOPS)));
        if (model === random) samples.push(...(await measureSteers(model, engine, 1)));
      }
      thread.release();
    }
  } finally {
    await engine.close();
  }
  return { metrics: { cold_start_to_first_token_ms: coldStart, ...metricsOf(samples) }, samples };
}

async function measureColdStart({ id, path, prompt }: BenchModel): Promise<number> {
  const begin = performance.now();
  const engine: Engine = createLlamaEngine({ models: [{ id, path }], gpu: false });
  const thread = await engine.openThread({ model: id });
  await thread.prefill(prompt("Cold"));
  for await (const _ of thread.generate({ maxTokens: 1 })) break;
  const elapsed = performance.now() - begin;
  await engine.close();
  return elapsed;
}

export const benchmark: Benchmark = {
  name: "engine",
  description: "the embedded engine: plain decoding, drafts, several threads at once, stops and steers",
  scoreboardRepetitions: 2,
  goals: [
    {
      metric: "nano_plain_to_evaluate_loop",
      atLeast: 1.25,
      note: "plain decoding ÷ the `evaluate()` loop of node-llama-cpp in its own process",
      shortfall:
        "the two cores are two threads of one core, and the process that reads the engine's answers takes time from it; the bare loop has the core to itself ([performance.md](performance.md))",
    },
    {
      metric: "nano_draft_small_speedup",
      atLeast: 3,
      note: "few changes ÷ plain decoding",
      shortfall:
        "a batch of 64 tokens costs as much as 15 single steps of this model, so no draft can gain more than 4.2 ×, and each change spoils a batch ([performance.md](performance.md#a-draft))",
    },
    { metric: "nano_draft_heavy_speedup", atLeast: 1.7, note: "many changes ÷ plain decoding" },
    {
      metric: "nano_draft_unrelated_speedup",
      atLeast: 0.95,
      note: "drafts that are wrong throughout ÷ plain decoding",
    },
    {
      metric: "random_100m_draft_unrelated_speedup",
      atLeast: 0.95,
      note: "drafts that are wrong throughout ÷ plain decoding",
      shortfall:
        "drafts may lose 5 % of an answer of 64 tokens before they have gained anything, and a batch took longer here than when it was measured ([performance.md](performance.md#a-draft))",
    },
    {
      metric: "nano_threads_8_to_one",
      atLeast: 2,
      note: "tokens per second of eight threads ÷ one",
      shortfall:
        "each answer attends to its own context, and no two tokens of a batch share one ([performance.md](performance.md#threads-at-once))",
    },
    {
      metric: "random_100m_steer_at_4096_gain",
      atLeast: 10,
      note: "first token of a fresh prompt ÷ first token of a steer",
    },
  ],
  charts: () => [
    {
      title: "Speed of drafted answers ÷ plain ones",
      unit: "times as fast",
      bars: (["nano", "random_100m"] as const).flatMap((model) =>
        CHANGES.map((change) => ({
          label: change,
          group: model.replace("_", "-"),
          metric: `${model}_draft_${change}_speedup`,
        })),
      ),
    },
  ],
  run,
};
