export type { Benchmark, BenchmarkOptions, BenchmarkResult } from "./benchmark.ts";
export { quantile, type Spread, spread } from "./spread.ts";
