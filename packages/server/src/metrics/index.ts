export type { Live } from "./gauges.ts";
export { type Metrics, openMetrics } from "./metrics.ts";
