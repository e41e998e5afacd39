import { propagation, trace } from "@opentelemetry/api";
import { CliError } from "../error/index.ts";
import { batchOptionsOf } from "./batch-options.ts";
import { reportingExporter } from "./reporting-exporter.ts";
import { samplerOf } from "./sampler.ts";

/** The packages that send traces. Not installed with Flint, since they take 27 MB and few users need them. */
const PACKAGES = [
  "@opentelemetry/sdk-trace",
  "@opentelemetry/exporter-trace-otlp-http",
  "@opentelemetry/core",
  "@opentelemetry/resources",
];

const SERVICE = "flint";
/** Timeout for sending the last traces when the server stops, in milliseconds. */
const PATIENCE = 2_000;
/** Milliseconds for reporting errors before the process exits, if the exporter keeps it alive. */
const LAST_WORDS = 100;

/** Sends the remaining spans. Called last, and limited in time. */
export type StopTracing = () => Promise<void>;

/**
 * Starts sending traces to `OTEL_EXPORTER_OTLP_ENDPOINT`, by OTLP over HTTP; without it, does nothing. See
 * docs/operations.md for OpenTelemetry's other variables.
 * Rejects with {@link CliError} `telemetry_missing` if the packages are not installed.
 */
export async function startTracing(env: NodeJS.ProcessEnv = process.env): Promise<StopTracing> {
  if (!env.OTEL_EXPORTER_OTLP_ENDPOINT && !env.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT)
    return async () => undefined;
  if (env.OTEL_SDK_DISABLED === "true") return async () => undefined;
  const { sdk, exporter, core, resources } = await load();
  const warn = (message: string) => process.stderr.write(`warning: ${message}\n`);
  const named = resources.resourceFromAttributes({ "service.name": SERVICE });
  const told = resources.detectResources({ detectors: [resources.envDetector] });
  const telling = reportingExporter(new exporter.OTLPTraceExporter(), warn);
  const batches = { ...batchOptionsOf(env, warn), exporter: telling };
  const sampler = samplerOf(sdk, env, warn);
  const provider = new sdk.TracerProvider({
    resource: resources.defaultResource().merge(named).merge(told),
    spanProcessors: [new sdk.BatchSpanProcessor(batches)],
    ...(sampler !== null && { sampler }),
  });
  trace.setGlobalTracerProvider(provider);
  propagation.setGlobalPropagator(new core.W3CTraceContextPropagator());
  return async () => {
    const overdue = AbortSignal.timeout(PATIENCE);
    const late = new Promise<string>((resolve) => {
      overdue.addEventListener("abort", () => resolve(`no answer within ${PATIENCE} ms`), { once: true });
    });
    const sent = provider.shutdown().then(() => null, String);
    const why = await Promise.race([sent, late]);
    if (why === null) return;
    process.stderr.write(`warning: the last traces were not sent: ${why}\n`);
    // The exporter retries until OTEL_EXPORTER_OTLP_TIMEOUT, and cannot be stopped otherwise.
    setTimeout(() => process.exit(), LAST_WORDS).unref();
  };
}

async function load() {
  try {
    const [sdk, exporter, core, resources] = await Promise.all([
      import("@opentelemetry/sdk-trace"),
      import("@opentelemetry/exporter-trace-otlp-http"),
      import("@opentelemetry/core"),
      import("@opentelemetry/resources"),
    ]);
    return { sdk, exporter, core, resources };
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "ERR_MODULE_NOT_FOUND") throw cause;
    throw new CliError(
      "telemetry_missing",
      `OTEL_EXPORTER_OTLP_ENDPOINT is set, but the packages that send traces are not installed: run npm install ${PACKAGES.join(" ")}, or leave the variable unset`,
      1,
      { cause },
    );
  }
}
