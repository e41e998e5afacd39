import type { SpanExporter } from "@opentelemetry/sdk-trace";

/** Wraps an exporter: reports lost spans to `warn`, once until an export succeeds again. */
export function reportingExporter(exporter: SpanExporter, warn: (message: string) => void): SpanExporter {
  let isTold = false;
  return {
    export: (spans, done) =>
      exporter.export(spans, (result) => {
        const { error } = result;
        if (error !== undefined && !isTold) {
          const why = error.message || ("code" in error && String(error.code)) || "no reason given";
          warn(
            `traces do not reach the collector (${why}): check OTEL_EXPORTER_OTLP_ENDPOINT and the collector's log`,
          );
        }
        isTold = error !== undefined;
        done(result);
      }),
    ...(exporter.forceFlush !== undefined && {
      forceFlush: () => exporter.forceFlush?.() ?? Promise.resolve(),
    }),
    shutdown: () => exporter.shutdown(),
  };
}
