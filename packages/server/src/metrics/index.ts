export type { LiveCounts } from "./gauges.ts";
export { type Metrics, openMetrics } from "./metrics.ts";
