import type { Engine } from "@flint/engine";
import type { ResponseObject } from "@flint/protocol";
import type { Live } from "./gauges.ts";

/** The server's figures, in the form that Prometheus reads. */
export interface Metrics {
  readonly contentType: string;
  /** Counts a response that has ended, with its timings. */
  ended(response: ResponseObject): void;
  /** Counts an error that a request was answered with, by the API's code. */
  refused(code: string): void;
  text(): Promise<string>;
}

/**
 * Labels are the engine's model ids, statuses and the API's error codes: few, and none of them a client's to choose.
 * The library is loaded here and not before, as it takes longer to load than a small server to start.
 */
export async function openMetrics(engine: Engine, live: Live): Promise<Metrics> {
  const [{ Registry }, { responseFigures }, { registerGauges }, { engineText }] = await Promise.all([
    import("prom-client"),
    import("./response-figures.ts"),
    import("./gauges.ts"),
    import("./engine-text.ts"),
  ]);
  const registry = new Registry();
  const figures = responseFigures(registry);
  registerGauges(registry, live);
  return {
    contentType: registry.contentType,
    ended: (response) => figures.ended(response),
    refused: (code) => figures.refused(code),
    text: async () => `${await registry.metrics()}${engineText(engine.stats?.() ?? null)}`,
  };
}
