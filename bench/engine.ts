import { createLlamaEngine, type Engine } from "@flint/engine";
import { measureDrafts } from "./engine/drafted.ts";
import { metricsOf, type Sample } from "./engine/metrics.ts";
import { type BenchModel, benchModels } from "./engine/models.ts";
import { measurePlain } from "./engine/plain.ts";
import { measureSteers } from "./engine/steers.ts";
import { measureStops } from "./engine/stops.ts";
import { measureTogether } from "./engine/together.ts";
import type { Benchmark, BenchmarkOptions, BenchmarkResult } from "./measure/index.ts";

const STOPS = 8;

/** What the embedded engine does with the bundled model and with one of 100 million weights, from plain to steered. */
async function run({ repetitions, report }: BenchmarkOptions): Promise<BenchmarkResult> {
  report("making the model of random weights");
  const models = await benchModels();
  const [nano, random] = models;
  const coldStart = await measureColdStart(nano);
  const engine = createLlamaEngine({
    models: models.map(({ id, path }) => ({ id, path })),
    gpu: false,
    // Drafts are sized by what is measured, so that comes first here.
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
  description: "the embedded engine: bare loops, drafts, threads together, stops and steers",
  run,
};
