export type { Benchmark, BenchmarkOptions, BenchmarkResult } from "./benchmark.ts";
export { type Spread, spread } from "./spread.ts";
