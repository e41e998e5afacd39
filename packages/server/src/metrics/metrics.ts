import type { Engine } from "@flint/engine";
import type { ResponseObject, Usage } from "@flint/protocol";
import type { LiveCounts } from "./gauges.ts";

/** The server's metrics in Prometheus text format. */
export interface Metrics {
  readonly contentType: string;
  /**
   * Counts an ended response and its timings. Unlisted models share one label value, since clients choose their names.
   */
  countEnded(response: ResponseObject, isListed: boolean): void;
  /** Counts an error returned for a request, by API error code. */
  countRefused(code: string, key: string | null): void;
  /** Counts what a key used for a response. `cost` is in USD. */
  countUsed(key: string, usage: Usage | null, cost: number | null): void;
  text(): Promise<string>;
}

/**
 * Opens the metrics. Label values (model ids, statuses, error codes, key ids) are few, and clients cannot choose them.
 * The library is loaded only here because loading it takes longer than starting a small server.
 */
export async function openMetrics(engine: Engine, live: LiveCounts): Promise<Metrics> {
  const [{ Registry }, { responseFigures }, { keyFigures }, { registerGauges }, { engineText }] =
    await Promise.all([
      import("prom-client"),
      import("./response-figures.ts"),
      import("./key-figures.ts"),
      import("./gauges.ts"),
      import("./engine-text.ts"),
    ]);
  const registry = new Registry();
  const figures = responseFigures(registry);
  const keys = keyFigures(registry);
  registerGauges(registry, live);
  return {
    contentType: registry.contentType,
    countEnded: (response, isListed) => figures.countEnded(response, isListed),
    countRefused: (code, key) => {
      figures.countRefused(code);
      if (key !== null) keys.countRefused(key, code);
    },
    countUsed: (key, usage, cost) => keys.countUsed(key, usage, cost),
    text: async () => `${await registry.metrics()}${engineText(engine.stats?.() ?? null)}`,
  };
}
