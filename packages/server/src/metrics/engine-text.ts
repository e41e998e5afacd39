import type { EngineStats, StepStats } from "@flint/engine";

/**
 * Returns the engine's own statistics in Prometheus text format. They are written by hand because the client library's
 * counters and histograms cannot be set to values counted elsewhere.
 */
export function engineText(stats: EngineStats | null): string {
  if (stats === null) return "";
  const metrics = [
    metric("flint_engine_up", "gauge", "Whether the engine accepts work: 0 if it is pausing or closed.", [
      ["", stats.state === "resting" || stats.state === "closed" ? 0 : 1],
    ]),
    metric("flint_engine_deaths_total", "counter", "Unexpected ends of the engine's process.", [
      ["", stats.deaths],
    ]),
    metric("flint_engine_hangs_total", "counter", "Of these, processes that were ended because they hung.", [
      ["", stats.hangs],
    ]),
    metric("flint_engine_memory_bytes", "gauge", "Memory of the engine's process.", [
      ["", stats.memory ?? 0],
    ]),
    metric("flint_engine_models", "gauge", "Models in memory.", [["", stats.models.length]]),
    metric("flint_engine_model_loads_total", "counter", "Models loaded.", [["", stats.modelLoads]]),
    metric("flint_engine_model_evictions_total", "counter", "Models unloaded to free memory.", [
      ["", stats.modelEvictions],
    ]),
    metric("flint_engine_step_seconds", "histogram", "Steps of the engine.", stepSeries(stats.steps)),
  ];
  return `\n${metrics.join("\n\n")}\n`;
}

type Series = readonly [suffix: string, value: number];

function metric(
  name: string,
  type: "counter" | "gauge" | "histogram",
  help: string,
  series: readonly Series[],
) {
  const lines = series.map(([suffix, value]) => `${name}${suffix} ${value}`);
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...lines].join("\n");
}

/** Makes the bucket counts cumulative, as Prometheus requires. */
function stepSeries({ bounds, counts, seconds }: StepStats): Series[] {
  let total = 0;
  const buckets = counts.map((count, index): Series => {
    total += count;
    return [`_bucket{le="${bounds[index] ?? "+Inf"}"}`, total];
  });
  return [...buckets, ["_sum", seconds], ["_count", total]];
}
