import { propagation, trace } from "@opentelemetry/api";
import { CliError } from "../error/index.ts";
import { batchOptionsOf } from "./batch-options.ts";
import { samplerOf } from "./sampler.ts";
import { tellingExporter } from "./telling-exporter.ts";

/** The packages that send traces: not installed with Flint, since few need them and they take 27 MB. */
const PACKAGES = [
  "@opentelemetry/sdk-trace",
  "@opentelemetry/exporter-trace-otlp-http",
  "@opentelemetry/core",
  "@opentelemetry/resources",
];

const SERVICE = "flint";
/** How long the last traces may take when the server stops. Milliseconds. */
const PATIENCE = 2_000;
/** How long whoever has stopped it may take to say what went wrong, where the exporter would hold the process. Milliseconds. */
const LAST_WORDS = 100;

/** Sends what is left to send, as the last thing that the process does: what takes too long does not hold it. */
export type StopTracing = () => Promise<void>;

/**
 * Sends traces to where `OTEL_EXPORTER_OTLP_ENDPOINT` says, by OTLP over HTTP; without it, nothing. What is read here
 * and by the packages of OpenTelemetry's other variables stands in docs/operations.md.
 * Rejects with {@link CliError} `telemetry_missing` where the packages are not installed.
 */
export async function startTracing(env: NodeJS.ProcessEnv = process.env): Promise<StopTracing> {
  if (!env.OTEL_EXPORTER_OTLP_ENDPOINT && !env.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT)
    return async () => undefined;
  if (env.OTEL_SDK_DISABLED === "true") return async () => undefined;
  const { sdk, exporter, core, resources } = await load();
  const warn = (message: string) => process.stderr.write(`warning: ${message}\n`);
  const named = resources.resourceFromAttributes({ "service.name": SERVICE });
  const told = resources.detectResources({ detectors: [resources.envDetector] });
  const telling = tellingExporter(new exporter.OTLPTraceExporter(), warn);
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
    // The exporter tries on, for as long as OTEL_EXPORTER_OTLP_TIMEOUT says, and nothing else ends that.
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
