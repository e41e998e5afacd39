import { type Benchmark, type BenchmarkOptions, type BenchmarkResult, spread } from "./measure/index.ts";
import { PlaygroundSurface } from "./paint/playground.ts";
import type { Painting, Surface } from "./paint/surface.ts";
import { TerminalSurface } from "./paint/terminal.ts";

const SURFACES: readonly (() => Promise<Surface>)[] = [
  () => TerminalSurface.open(),
  () => PlaygroundSurface.open(),
];

interface Sample {
  readonly surface: string;
  readonly bursts: number;
  readonly delay_p50_ms: number;
  readonly delay_p99_ms: number;
  readonly delay_max_ms: number;
  readonly dropped_frames: number;
  readonly busy: number;
}

async function run({ repetitions, report }: BenchmarkOptions): Promise<BenchmarkResult> {
  const samples: Sample[] = [];
  for (const open of SURFACES) {
    await using surface = await open();
    report(`${surface.name}, one unmeasured run`);
    await surface.measure();
    for (let repetition = 1; repetition <= repetitions; repetition++) {
      report(`${surface.name}, ${repetition} of ${repetitions}`);
      samples.push(sampleOf(surface.name, await surface.measure()));
    }
  }
  return { metrics: describe(samples), samples };
}

function sampleOf(surface: string, { delays, frames, dropped, busy }: Painting): Sample {
  const sorted = [...delays].sort((a, b) => a - b);
  const quantile = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN;
  return {
    surface,
    bursts: delays.length,
    delay_p50_ms: quantile(0.5),
    delay_p99_ms: quantile(0.99),
    delay_max_ms: quantile(1),
    dropped_frames: dropped / frames,
    busy,
  };
}

function describe(samples: readonly Sample[]): BenchmarkResult["metrics"] {
  const metrics: Record<string, ReturnType<typeof spread>> = {};
  for (const name of new Set(samples.map(({ surface }) => surface))) {
    const own = samples.filter(({ surface }) => surface === name);
    for (const field of ["delay_p50_ms", "delay_p99_ms", "delay_max_ms", "dropped_frames", "busy"] as const) {
      metrics[`${name}_${field}`] = spread(own.map((sample) => sample[field]));
    }
  }
  return metrics;
}

export const benchmark: Benchmark = {
  name: "paint",
  description: "delay from a burst's arrival to its paint, at 2,000 tokens a second",
  scoreboardRepetitions: 3,
  goals: ["terminal", "playground"].map((surface) => ({
    metric: `${surface}_delay_p99_ms`,
    atMost: 33,
    note: "from a burst's arrival to the frame that shows it",
    ...(surface === "playground" && {
      shortfall:
        "without a graphics card the CPU also draws the pixels, which takes half of a frame's time ([benchmarks.md](benchmarks.md#paint))",
    }),
  })),
  charts: () => [
    {
      title: "Delay from arrival to paint",
      unit: "ms",
      bars: ["terminal", "playground"].flatMap((surface) => [
        { label: "median", group: surface, metric: `${surface}_delay_p50_ms` },
        { label: "p99", group: surface, metric: `${surface}_delay_p99_ms` },
      ]),
    },
  ],
  run,
};
