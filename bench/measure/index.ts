export {
  type Benchmark,
  type BenchmarkOptions,
  type BenchmarkResult,
  type Chart,
  type Goal,
  type Peer,
  reaches,
} from "./benchmark.ts";
export { quantile, type Spread, spread } from "./spread.ts";
