import { quantile, type Spread, spread } from "../measure/index.ts";
import type { DraftSample } from "./drafted.ts";
import { CHANGES } from "./edits.ts";
import type { PlainSample } from "./plain.ts";
import type { SteerSample } from "./steers.ts";
import type { StopSample } from "./stops.ts";
import type { TogetherSample } from "./together.ts";

export type Sample = PlainSample | DraftSample | TogetherSample | StopSample | SteerSample;

type Metrics = Record<string, number | Spread>;

export function metricsOf(samples: readonly Sample[]): Metrics {
  const metrics: Metrics = {};
  for (const model of new Set(samples.map((sample) => sample.model))) {
    const name = model.replaceAll("-", "_");
    const own = samples.filter((sample) => sample.model === model);
    for (const [metric, value] of [
      ...plainMetrics(own),
      ...draftMetrics(own),
      ...togetherMetrics(own),
      ...stopMetrics(own),
      ...steerMetrics(own),
    ]) {
      metrics[`${name}_${metric}`] = value;
    }
  }
  return metrics;
}

type Entry = readonly [string, number | Spread];

function plainMetrics(samples: readonly Sample[]): Entry[] {
  const own = samples.filter((sample) => sample.what === "plain");
  const of = (loop: string, key: "tokens_per_second" | "prefill_tokens_per_second") =>
    own.filter((sample) => sample.loop === loop).map((sample) => sample[key]);
  const engine = of("engine", "tokens_per_second");
  const ratio = (loop: string) =>
    spread(of(loop, "tokens_per_second").map((speed, round) => (engine[round] ?? 0) / speed));
  return [
    ["plain_to_evaluate_loop", ratio("evaluate")],
    ["plain_to_native_loop", ratio("native")],
    ["plain_tokens_per_second", spread(engine)],
    ["prefill_tokens_per_second", spread(of("engine", "prefill_tokens_per_second"))],
  ];
}

function draftMetrics(samples: readonly Sample[]): Entry[] {
  const own = samples.filter((sample) => sample.what === "draft");
  return CHANGES.flatMap((change) => {
    const some = own.filter((sample) => sample.change === change);
    const [drafted, accepted] = (["drafted", "accepted"] as const).map((key) =>
      some.reduce((sum, sample) => sum + sample[key], 0),
    );
    return [
      [`draft_${change}_speedup`, spread(some.map(({ speedup }) => speedup))],
      [`draft_${change}_tokens_per_second`, spread(some.map((sample) => sample.tokens_per_second))],
      [`draft_${change}_acceptance`, (accepted ?? 0) / Math.max(1, drafted ?? 0)],
    ] satisfies Entry[];
  });
}

function togetherMetrics(samples: readonly Sample[]): Entry[] {
  const own = samples.filter((sample) => sample.what === "together");
  const speeds = (threads: number) =>
    own.filter((sample) => sample.threads === threads).map((sample) => sample.tokens_per_second);
  const one = speeds(1);
  return [...new Set(own.map(({ threads }) => threads))].flatMap((threads) => [
    [`threads_${threads}_tokens_per_second`, spread(speeds(threads))],
    [`threads_${threads}_to_one`, spread(speeds(threads).map((speed, round) => speed / (one[round] ?? 1)))],
  ]);
}

function stopMetrics(samples: readonly Sample[]): Entry[] {
  const times = samples.flatMap((sample) => (sample.what === "stop" ? [sample.stop_ms] : []));
  return [
    ["stop_p50_ms", quantile(times, 0.5)],
    ["stop_p99_ms", quantile(times, 0.99)],
  ];
}

function steerMetrics(samples: readonly Sample[]): Entry[] {
  const own = samples.filter((sample) => sample.what === "steer");
  return [...new Set(own.map(({ context }) => context))].flatMap((context) => {
    const some = own.filter((sample) => sample.context === context);
    return [
      [`steer_at_${context}_kept_ms`, spread(some.map((sample) => sample.kept_ms))],
      [`steer_at_${context}_fresh_ms`, spread(some.map((sample) => sample.fresh_ms))],
      [`steer_at_${context}_gain`, spread(some.map((sample) => sample.fresh_ms / sample.kept_ms))],
    ] satisfies Entry[];
  });
}
