import type { BatchSpanProcessorOptions } from "@opentelemetry/sdk-trace";

const VARIABLES = {
  scheduledDelayMillis: "OTEL_BSP_SCHEDULE_DELAY",
  exportTimeoutMillis: "OTEL_BSP_EXPORT_TIMEOUT",
  maxQueueSize: "OTEL_BSP_MAX_QUEUE_SIZE",
  maxExportBatchSize: "OTEL_BSP_MAX_EXPORT_BATCH_SIZE",
} as const;

/** Reads the options for batching spans. Invalid values are reported to `warn` and ignored. */
export function batchOptionsOf(
  env: NodeJS.ProcessEnv,
  warn: (message: string) => void,
): Omit<BatchSpanProcessorOptions, "exporter"> {
  const entries = Object.entries(VARIABLES).flatMap(([option, name]) => {
    const text = env[name]?.trim() ?? "";
    if (text === "") return [];
    const count = Number(text);
    if (Number.isSafeInteger(count) && count > 0) return [[option, count]];
    warn(`${name}=${text} is ignored: use a whole number above 0`);
    return [];
  });
  return Object.fromEntries(entries);
}
